package org.gongzhi.server.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Java files as the compiler reads them, without comments getting in the way (源码). */
final class Sources {
    /** The directory of the whole project; tests run in that of their module. */
    static final Path PROJECT = project();

    static final Path SERVER = PROJECT.resolve("server/src/main/java/org/gongzhi/server");

    private Sources() {}

    /**
     * One file.
     *
     * @param name its path from the directory that was asked for, with slashes
     */
    record Source(String name, String text, CompilationUnitTree tree, SourcePositions positions) {
        /** Where something stands: file and line. */
        String at(Tree part) {
            LineMap lines = tree.getLineMap();
            return name + ":" + lines.getLineNumber(positions.getStartPosition(tree, part));
        }

        /** The first part of its name: the room, if the directory asked for was that of the server. */
        String room() {
            int slash = name.indexOf('/');
            return slash < 0 ? "" : name.substring(0, slash);
        }
    }

    /** All Java files beneath a directory; none if it isn't there yet. */
    static List<Source> beneath(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Text> texts = new ArrayList<>();
            for (Path file : walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                texts.add(new Text(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
            }
            return parse(texts);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + directory, unreadable);
        }
    }

    /** A file that is not there: to try a check on what it forbids. */
    static List<Source> invented(String name, String text) {
        return parse(List.of(new Text(name, text)));
    }

    private static List<Source> parse(List<Text> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, ignored -> {}, List.of("-proc:none"), null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<Source> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                String name = tree.getSourceFile().toUri().getPath().substring(1);
                sources.add(new Source(
                        name, tree.getSourceFile().getCharContent(true).toString(), tree, positions));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return sources;
    }

    private static Path project() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("rulebooks")) ? here : java.util.Objects.requireNonNull(here.getParent());
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String content;

        private Text(String path, String content) {
            super(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE);
            this.content = content;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
