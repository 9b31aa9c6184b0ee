package org.gongzhi.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas say what the readers say. The validator here knows just the words that the schemas use. */
class SchemaTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FUTIAN = Path.of("..", "rulebooks", "futian");
    private static final Path APPROVED = Path.of("approved", "check");

    private static String kind(Path file) {
        int count = file.getNameCount();
        String name = file.getName(count - 1).toString();
        String folder = file.getName(count - 2).toString();
        return switch (folder) {
            case "rules" -> "rule";
            case "institutions" -> "institution";
            case "lists" -> "list";
            case "calendar" -> "office";
            default -> name.replace(".yaml", "");
        };
    }

    private static JsonNode schema(String kind) throws IOException {
        try (@Nullable InputStream in = Rulebook.class.getResourceAsStream("schema/" + kind + ".json")) {
            return JSON.readTree(java.util.Objects.requireNonNull(in, kind));
        }
    }

    private static List<String> faults(Path file) throws IOException {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        JsonNode schema = schema(kind(file));
        List<String> faults = new ArrayList<>();
        check(JSON.valueToTree(read), schema, schema, "", faults);
        return faults;
    }

    private static void check(JsonNode value, JsonNode schema, JsonNode root, String at, List<String> faults) {
        if (schema.has("$ref")) {
            String name = schema.get("$ref").asString().substring("#/$defs/".length());
            check(value, root.get("$defs").get(name), root, at, faults);
            return;
        }
        if (schema.has("anyOf")) {
            boolean any = schema.get("anyOf").valueStream().anyMatch(one -> {
                List<String> inner = new ArrayList<>();
                check(value, one, root, at, inner);
                return inner.isEmpty();
            });
            if (!any) {
                faults.add(at + " fits none");
            }
            return;
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(one -> one.equals(value))) {
            faults.add(at + " is none of " + schema.get("enum"));
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            faults.add(at + " is not " + schema.get("const"));
        }
        if (schema.has("type") && types(schema.get("type")).stream().noneMatch(type -> isA(value, type))) {
            faults.add(at + " is no " + schema.get("type"));
            return;
        }
        if (schema.has("pattern")
                && !value.asString().matches(schema.get("pattern").asString())) {
            faults.add(at + " is not like " + schema.get("pattern"));
        }
        if (value.isObject()) {
            object(value, schema, root, at, faults);
        } else if (value.isArray() && schema.has("items")) {
            value.valueStream().forEach(item -> check(item, schema.get("items"), root, at + "[]", faults));
        }
    }

    private static void object(JsonNode value, JsonNode schema, JsonNode root, String at, List<String> faults) {
        if (schema.has("required")) {
            schema.get("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .filter(key -> !value.has(key))
                    .forEach(key -> faults.add(at + " lacks " + key));
        }
        JsonNode more = schema.get("additionalProperties");
        for (String key : value.propertyNames()) {
            if (schema.has("propertyNames")
                    && !key.matches(schema.get("propertyNames").get("pattern").asString())) {
                faults.add(at + "." + key + " is no name");
            }
            if (schema.has("properties") && schema.get("properties").has(key)) {
                check(value.get(key), schema.get("properties").get(key), root, at + "." + key, faults);
            } else if (more != null && more.isObject()) {
                check(value.get(key), more, root, at + "." + key, faults);
            } else if (more != null && more.isBoolean() && !more.asBoolean()) {
                faults.add(at + "." + key + " is unknown");
            }
        }
    }

    private static List<String> types(JsonNode type) {
        return type.isArray() ? type.valueStream().map(JsonNode::asString).toList() : List.of(type.asString());
    }

    private static boolean isA(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException(type);
        };
    }

    @Test
    void everyFileOfTheModelDistrictFitsItsSchema() throws IOException {
        for (Path directory : List.of(FUTIAN, APPROVED.resolve("base"), APPROVED.resolve("good"))) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    assertEquals(List.of(), faults(file), file::toString);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key/institutions/request.yaml",
                "missing-key/institutions/request.yaml",
                "bad-date/institutions/request.yaml",
                "bad-span/institutions/request.yaml",
                "missing-translation/institutions/request.yaml"
            })
    void whatTheReaderRefusesTheSchemaRefuses(String file) throws IOException {
        assertFalse(faults(APPROVED.resolve("bad").resolve(file)).isEmpty());
    }

    @Test
    void everyKeyThatIsReadStandsInASchema() throws IOException {
        Set<String> read = new TreeSet<>();
        Pattern key = Pattern.compile(
                "(?:take|need|title|text|name|list|date|number|yes|refs?|seat|needed)\\((?:[a-z]+, )?\"([a-z][a-z-]*)\"");
        try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "org", "gongzhi", "rulebook"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Reader.java"))
                    .toList()) {
                Matcher matcher = key.matcher(Files.readString(file));
                while (matcher.find()) {
                    read.add(matcher.group(1));
                }
            }
        }
        String schemas = "";
        for (String kind : List.of("bodies", "words", "list", "office", "rule", "institution")) {
            schemas += schema(kind).toString();
        }
        for (String one : read) {
            boolean wrapped = one.equals("roles");
            assertTrue(wrapped || schemas.contains("\"" + one + "\""), one);
        }
        assertTrue(read.size() > 60, read::toString);
    }
}
