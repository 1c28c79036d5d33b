package nl.klimrek.reminders.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads the files of the catalogue. What cannot be read is a mistake with the name of its file. */
final class RuleFileReader {

    private static final String FILES = "classpath*:nl/klimrek/reminders/rules/*.yaml";
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private RuleFileReader() {}

    /** The texts of all files by name, without the extension. */
    static Map<String, String> texts() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Map<String, String> texts = new LinkedHashMap<>();
            for (Resource file : Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getFilename))
                    .toList()) {
                try (InputStream in = file.getInputStream()) {
                    texts.put(
                            String.valueOf(file.getFilename()).replaceFirst("\\.yaml$", ""),
                            new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("The rules for prompts cannot be read", e);
        }
    }

    /** The rule of a file; empty with a mistake added when it cannot be read. */
    static Optional<PromptRule> read(String name, String text, List<String> mistakes) {
        try {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (!(content instanceof Map)) {
                mistakes.add(name + ": is empty");
                return Optional.empty();
            }
            return Optional.of(MAPPER.convertValue(content, PromptRule.class));
        } catch (YAMLException | IllegalArgumentException e) {
            mistakes.add(name + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("cannot be read"));
            return Optional.empty();
        }
    }
}
