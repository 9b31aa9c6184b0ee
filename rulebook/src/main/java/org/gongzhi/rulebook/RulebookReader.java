package org.gongzhi.rulebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongzhi.exact.Fault;
import org.gongzhi.exact.Place;
import org.gongzhi.exact.Text;
import org.gongzhi.rulebook.check.Checks;
import org.gongzhi.rulebook.tree.Faults;
import org.gongzhi.rulebook.tree.Node;
import org.gongzhi.rulebook.tree.Sheet;
import org.gongzhi.rulebook.tree.Yaml;
import org.jspecify.annotations.Nullable;

/** Reads a directory into a rulebook (目录读取). */
final class RulebookReader {
    private static final Set<String> FOLDERS = Set.of("rules", "institutions", "lists");

    private final Faults faults = new Faults();
    private final MessageDigest digest = sha256();
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Institution> institutions = new LinkedHashMap<>();
    private final Map<String, Choices> lists = new LinkedHashMap<>();
    private Bodies bodies = new Bodies(List.of(), Map.of(), Map.of());
    private Map<String, Text> words = Map.of();
    private CalendarReader.Office office = CalendarReader.usual();
    private @Nullable WorkCalendar calendar;

    private RulebookReader() {}

    static Rulebook.Reading read(Path directory) {
        return new RulebookReader().all(directory, true);
    }

    static Rulebook.Reading readEnacted(Path directory) {
        return new RulebookReader().all(directory, false);
    }

    private Rulebook.Reading all(Path directory, boolean checked) {
        Map<String, byte[]> files = files(directory);
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(bytes);
            digest.update((byte) 0);
        });
        if (faults.isEmpty() && !files.containsKey("bodies.yaml")) {
            faults.add(
                    "R009",
                    Place.of(directory.toString()),
                    Text.of("这里没有 bodies.yaml", "there is no bodies.yaml here"),
                    Text.of("规则目录须有此文件", "a rulebook needs this file"));
        }
        tree(files, "words.yaml").ifPresent(root -> words = WordsReader.read(root, faults));
        tree(files, "bodies.yaml").ifPresent(root -> bodies = BodiesReader.read(root, faults));
        tree(files, "calendar/office.yaml").ifPresent(root -> office = CalendarReader.office(root, faults));
        byte @Nullable [] days = files.get("calendar/cn-workdays.csv");
        if (days != null) {
            Yaml.decode("calendar/cn-workdays.csv", days, faults)
                    .ifPresent(csv -> calendar = CalendarReader.days("calendar/cn-workdays.csv", csv, faults));
        }
        files.forEach(this::listed);
        Rulebook draft = draft();
        Set<String> broken = new HashSet<>();
        for (Fault fault : faults.sorted()) {
            broken.add(fault.place().file());
        }
        if (checked) {
            Checks.run(draft, faults, broken);
        }
        List<Fault> found = faults.sorted();
        return new Rulebook.Reading(found.isEmpty() ? draft : null, found);
    }

    private Rulebook draft() {
        WorkCalendar known = calendar == null ? CalendarReader.plain() : calendar;
        return new Rulebook(
                HexFormat.of().formatHex(digest.digest()),
                bodies,
                rules,
                institutions,
                lists,
                words,
                new Timetable(known, office.hours()),
                office.zone());
    }

    private void listed(String file, byte[] bytes) {
        int slash = file.indexOf('/');
        String folder = slash < 0 ? "" : file.substring(0, slash);
        if (!FOLDERS.contains(folder)) {
            return;
        }
        Yaml.read(file, bytes, faults).ifPresent(root -> {
            String source = source(bytes);
            switch (folder) {
                case "rules" -> {
                    Rule rule = RuleReader.read(root, source, words, faults);
                    keep(file, rule.name(), root, rules.putIfAbsent(rule.name(), rule) == null);
                }
                case "institutions" -> {
                    Institution read = InstitutionReader.read(root, source, words, faults);
                    keep(file, read.name(), root, institutions.putIfAbsent(read.name(), read) == null);
                }
                default -> {
                    Choices list = ChoicesReader.read(root, faults);
                    keep(file, list.name(), root, lists.putIfAbsent(list.name(), list) == null);
                }
            }
        });
    }

    private static String source(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void keep(String file, String name, Node root, boolean first) {
        String expected = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        if (!name.isEmpty() && !name.equals(expected)) {
            faults.add(
                    "R009",
                    root.place(),
                    Text.of("文件名是“%s”，里面写的是“%s”", "the file is called `%s`, what stands in it `%s`", expected, name),
                    Text.of("请改为一致", "give both the same name"));
        } else if (!first) {
            faults.add("R003", root.place(), Text.of("“%s”已有一份", "there is already a `%s`", name), Text.NONE);
        }
    }

    private Optional<Node> tree(Map<String, byte[]> files, String name) {
        byte @Nullable [] bytes = files.get(name);
        return bytes == null ? Optional.empty() : Yaml.read(name, bytes, faults);
    }

    /** The files of a rulebook by their names in it, in the order of the alphabet. */
    private Map<String, byte[]> files(Path directory) {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory, 3)) {
            for (Path path : found.filter(Files::isRegularFile).toList()) {
                String name = directory.relativize(path).toString().replace('\\', '/');
                if (isOurs(name)) {
                    files.put(name, Files.readAllBytes(path));
                }
            }
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            faults.add(
                    "R009",
                    Place.of(directory.toString()),
                    Text.of("读不到这个目录", "this directory can't be read"),
                    Text.of("请核对路径和权限", "check its path and permissions"));
        }
        return files;
    }

    private boolean isOurs(String name) {
        int slash = name.indexOf('/');
        String folder = slash < 0 ? "" : name.substring(0, slash);
        boolean yaml = name.endsWith(".yaml");
        if (yaml && FOLDERS.contains(folder)) {
            return true;
        }
        boolean known = Set.of("bodies.yaml", "words.yaml", "calendar/office.yaml", "calendar/cn-workdays.csv")
                .contains(name);
        if (!known && (yaml || name.endsWith(".yml"))) {
            faults.add(
                    "R009",
                    Place.of(name),
                    Text.of("规则目录里不认识这个文件", "this file has no place in a rulebook"),
                    Text.of(
                            "可用：bodies.yaml、words.yaml、rules/*.yaml、institutions/*.yaml、lists/*.yaml、calendar/office.yaml",
                            "known: bodies.yaml, words.yaml, rules/*.yaml, institutions/*.yaml, lists/*.yaml, calendar/office.yaml"));
        }
        return known;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Reads {@code words.yaml} (词表读取): what names are called in both languages. */
    private static final class WordsReader {
        private WordsReader() {}

        static Map<String, Text> read(Node root, Faults faults) {
            Map<String, Text> words = new LinkedHashMap<>();
            for (Node.Entry entry : Sheet.of(root, faults).names()) {
                Node wrapped = new Node.Keys(
                        entry.key().place(),
                        List.of(new Node.Entry(new Node.Scalar(entry.key().place(), "title", true), entry.value())));
                words.put(entry.key().text(), Sheet.of(wrapped, faults).title("title"));
            }
            return words;
        }
    }
}
