package org.gongzhi.server.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.server.Gongzhi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Arrows between modules and rooms point only downwards, and a room looks like a room. */
class ArrowsTest {
    private static final Path TEMPLATES = Sources.PROJECT.resolve("server/src/main/jte");

    /** The rooms from the ground up; a room may use those in lines before its own. Within the cellar, the order counts too. */
    private static final List<List<String>> STOREYS = List.of(
            List.of("store"),
            List.of("journal"),
            List.of("frame"),
            List.of("messages", "files"),
            List.of("territory"),
            List.of("people"),
            List.of("bodies"),
            List.of("access"),
            List.of("institutions"),
            List.of("matters"),
            List.of("publicity"),
            List.of("funds"),
            List.of("meetings", "elections", "projects", "evaluation", "onestop"),
            List.of("insight"),
            List.of("portal", "api"));

    /** Which modules of ours a module may use. Benchmarks stand above everything and nothing stands on them. */
    private static final Map<String, Set<String>> MODULES = Map.of(
            "exact", Set.of(),
            "rulebook", Set.of("exact"),
            "tally", Set.of("exact"),
            "command", Set.of("exact", "rulebook", "tally"),
            "server", Set.of("exact", "rulebook", "tally"),
            "bench", Set.of("exact", "rulebook", "tally", "server"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongzhi.server");

    // ---- arrows

    @Test
    void roomsUseOnlyWhatTheyDeclare() {
        // Templates are compiled into one package beside the rooms; each stands for its room's page.
        ApplicationModules.of(Gongzhi.class, resideInAPackage("org.gongzhi.server.templates.."))
                .verify();
    }

    @Test
    void arrowsBetweenRoomsPointDownwards() {
        List<String> faults = new ArrayList<>();
        for (String room : rooms()) {
            for (String arrow : declared(room)) {
                faults.addAll(upwards(room, arrow));
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "people, territory, 0",
        "matters, frame :: pages, 0",
        "messages, bodies, 1",
        "territory, territory, 1",
        "meetings, elections, 1",
        "institutions, matters :: organ, 1",
        "cupboard, store, 1",
        "store, cupboard, 1",
    })
    void anArrowUpwardsIsFound(String room, String arrow, int faults) {
        assertThat(upwards(room, arrow)).hasSize(faults);
    }

    @Test
    void noRoomUsesTheProgramThatStartsIt() {
        noClasses()
                .that()
                .resideInAPackage("org.gongzhi.server.*..")
                .and(DescribedPredicate.not(resideInAPackage("org.gongzhi.server.templates..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gongzhi.server")
                .check(CLASSES);
    }

    @Test
    void modulesUseOnlyThoseBeneath() throws IOException {
        List<String> faults = new ArrayList<>();
        for (MatchResult module :
                all("<module>([a-z]+)</module>", Files.readString(Sources.PROJECT.resolve("pom.xml")))) {
            String name = module.group(1);
            faults.addAll(
                    reaches(name, Files.readString(Sources.PROJECT.resolve(name).resolve("pom.xml"))));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aModuleThatUsesOneAboveIsFound() {
        String pom = """
                <parent><groupId>org.gongzhi</groupId><artifactId>gongzhi</artifactId></parent>
                <dependency>
                  <groupId>org.gongzhi</groupId>
                  <artifactId>server</artifactId>
                </dependency>
                """;
        assertThat(reaches("command", pom)).containsExactly("command uses server");
        assertThat(reaches("newcomer", pom)).containsExactly("newcomer has no place in this test's list");
    }

    private static List<String> reaches(String module, String pom) {
        Set<String> allowed = MODULES.get(module);
        if (allowed == null) {
            return List.of(module + " has no place in this test's list");
        }
        return all(
                        "<dependency>\\s*<groupId>(?:org\\.gongzhi|\\$\\{project\\.groupId})</groupId>\\s*<artifactId>([a-z]+)</artifactId>",
                        pom)
                .stream()
                .map(found -> found.group(1))
                .filter(used -> !allowed.contains(used))
                .map(used -> module + " uses " + used)
                .toList();
    }

    private static List<String> upwards(String room, String arrow) {
        String target = arrow.replaceAll("\\s*::.*", "");
        int from = storey(room);
        int to = storey(target);
        if (from < 0 || to < 0) {
            return List.of((from < 0 ? room : target) + " has no storey in this test's list");
        }
        return to < from ? List.of() : List.of(room + " may use " + target + ", which does not lie beneath it");
    }

    private static int storey(String room) {
        for (int at = 0; at < STOREYS.size(); at++) {
            if (STOREYS.get(at).contains(room)) {
                return at;
            }
        }
        return -1;
    }

    // ---- what a room looks like

    @Test
    void eachRoomSaysWhatItKeepsAndWhatItNeverDoes() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String room : rooms()) {
            Path file = Sources.SERVER.resolve(room).resolve("package-info.java");
            faults.addAll(notSaid(room, Files.exists(file) ? Files.readString(file) : ""));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aRoomThatSaysLessIsFound() {
        assertThat(notSaid("files", "")).hasSize(1);
        assertThat(notSaid("files", """
                /** Files. */
                @NullMarked
                package org.gongzhi.server.files;
                """)).hasSize(1);
        assertThat(notSaid("files", """
                /**
                 * Files (附件): pictures.
                 *
                 * <p>Keeps pixels only. Never keeps a file as it came.
                 */
                @ApplicationModule(displayName = "files", allowedDependencies = {"store"})
                @NullMarked
                package org.gongzhi.server.files;
                """)).isEmpty();
    }

    private static List<String> notSaid(String room, String packageInfo) {
        Pattern wanted =
                Pattern.compile("(?s)/\\*\\*\\s+\\* [A-Z][^.]*\\(\\p{IsHan}+\\)[^.]*\\..*<p>Keeps .+\\bNever .+\\*/\\s*"
                        + "@ApplicationModule\\(.*allowedDependencies.*\\)\\s*@NullMarked\\s+package org\\.gongzhi\\.server\\."
                        + room + ";.*");
        return wanted.matcher(packageInfo).matches()
                ? List.of()
                : List.of(room + " does not say in its package-info what it keeps, never does and may use");
    }

    @Test
    void nothingIsNamedAfterItsTechnicalKind() {
        List<String> faults = new ArrayList<>();
        for (String module : MODULES.keySet()) {
            faults.addAll(
                    badNames(Sources.beneath(Sources.PROJECT.resolve(module).resolve("src/main/java"))));
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MatterManager",
                "StringUtil",
                "StringUtils",
                "ClerkImpl",
                "ActHelper",
                "MatterService",
                "MatterRepository",
                "MatterDto",
                "MatterDTO",
                "BaseInfo",
                "MatterEntity"
            })
    void aNameAfterATechnicalKindIsFound(String name) {
        assertThat(badNames(Sources.invented("Broken.java", "class Outer { record " + name + "() {} }")))
                .hasSize(1);
    }

    private static List<String> badNames(List<Sources.Source> sources) {
        Pattern bad = Pattern.compile(
                ".*(Manager|Utils?|Impl|Helper|Service|Repository|Dto|DTO|Info|Data|Entity|Controller)|Base[A-Z].*|Abstract.*");
        List<String> faults = new ArrayList<>();
        for (Sources.Source source : sources) {
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree type, Void none) {
                    if (bad.matcher(type.getSimpleName()).matches()) {
                        faults.add(source.at(type) + " is named " + type.getSimpleName());
                    }
                    return super.visitClass(type, null);
                }
            }.scan(source.tree(), null);
        }
        return faults;
    }

    @Test
    void whatAnswersRequestsStaysInItsRoom() {
        classes()
                .that()
                .areAnnotatedWith("org.springframework.stereotype.Controller")
                .or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void pagesHoldRecordsThatKnowNothingOfRooms() {
        classes()
                .that()
                .resideInAPackage("..pages")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beRecords()
                .orShould()
                .beInterfaces()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..pages")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.gongzhi.server..", "org.springframework..", "java.sql..", "jakarta..")
                                // The words are what a page is said with.
                                .and(DescribedPredicate.not(resideInAPackage("org.gongzhi.server..pages")))
                                .and(DescribedPredicate.not(
                                        JavaClass.Predicates.equivalentTo(org.gongzhi.server.frame.Words.class)))
                                .and(DescribedPredicate.not(
                                        JavaClass.Predicates.assignableTo(java.lang.annotation.Annotation.class))))
                .check(CLASSES);
    }

    @Test
    void eachPageHasItsTemplateAndEachTemplateItsPage() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (String room : rooms()) {
            // What stands in the frame beside these is not a page but an element of pages, set by a template in parts.
            Set<String> whole = Set.of("Pattern", "Problem");
            for (String page : names(Sources.SERVER.resolve(room).resolve("pages"), ".java")) {
                if (!page.equals("package-info") && (!room.equals("frame") || whole.contains(page))) {
                    pages.add(room + "/" + page);
                }
            }
        }
        Set<String> templates = new TreeSet<>();
        try (Stream<Path> folders = Files.list(TEMPLATES)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.endsWith("parts")) {
                    names(folder, ".jte").forEach(name -> templates.add(folder.getFileName() + "/" + name));
                }
            }
        }
        assertThat(templates).isEqualTo(pages).isNotEmpty();
    }

    @Test
    void theChecksOnClassesCanFail() {
        JavaClasses broken = new ClassFileImporter().importClasses(Shown.class, Door.class);
        assertThatThrownBy(() -> classes().should().beRecords().check(broken)).hasMessageContaining("Door");
        assertThatThrownBy(() -> classes().should().bePackagePrivate().check(broken))
                .hasMessageContaining("Shown");
    }

    /** A public record: what a page is and a controller must not be. */
    public record Shown(String word) {}

    static class Door {}

    private static Set<String> rooms() {
        try (Stream<Path> folders = Files.list(Sources.SERVER)) {
            Set<String> rooms = new TreeSet<>();
            folders.filter(Files::isDirectory)
                    .forEach(folder -> rooms.add(folder.getFileName().toString()));
            return rooms;
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static List<String> declared(String room) {
        try {
            ApplicationModule module = Class.forName("org.gongzhi.server." + room + ".package-info")
                    .getAnnotation(ApplicationModule.class);
            return module == null ? List.of() : List.of(module.allowedDependencies());
        } catch (ClassNotFoundException missing) {
            return List.of();
        }
    }

    private static Set<String> names(Path folder, String end) throws IOException {
        Set<String> names = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(end))
                        .forEach(name -> names.add(name.replace(end, "")));
            }
        }
        return names;
    }

    private static List<MatchResult> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().toList();
    }
}
