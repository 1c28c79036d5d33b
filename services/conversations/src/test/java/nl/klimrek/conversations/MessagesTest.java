package nl.klimrek.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;
import nl.klimrek.contracts.conversations.PolicyScope;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.cycle.cadence.DueConversation;
import nl.klimrek.conversations.cycle.cadence.WindowAdjustment;
import nl.klimrek.conversations.questions.QuestionTags;
import nl.klimrek.conversations.questions.SelectionReason;
import nl.klimrek.conversations.questions.selection.TalkOpening;
import nl.klimrek.planner.task.NoSlotReason;
import org.junit.jupiter.api.Test;

/** Whatever a person may read is there in Dutch and in English. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CODE = Pattern.compile(
            "(?:refuse|Refusal\\.of|refused|refusal)\\(\\s*(?:\\w+ \\? )?\"([a-z-]+)\"(?:\\s*:\\s*\"([a-z-]+)\")?");
    private final Properties english = bundle("/nl/klimrek/conversations/messages.properties");
    private final Properties dutch = bundle("/nl/klimrek/conversations/messages_nl.properties");

    @Test
    void every_code_with_which_something_is_refused_is_explained_in_both_languages() throws IOException {
        Set<String> codes = codes();
        assertThat(codes)
                .contains("own-proposal", "agreement-exists", "agreement-needed", "points-full")
                .hasSizeGreaterThan(35);
        for (Properties bundle : List.of(english, dutch)) {
            assertThat(codes).allMatch(code -> bundle.containsKey("problem." + code), "has a message");
        }
    }

    @Test
    void every_tip_has_words_for_each_side() {
        for (TalkOpening.Tip tip : TalkOpening.Tip.values()) {
            for (Side side : Side.values()) {
                assertThat(english.getProperty("tip." + tip + "." + side))
                        .as(tip + " " + side)
                        .isNotBlank();
            }
        }
    }

    @Test
    void both_languages_say_the_same_things_with_the_same_details() {
        assertThat(english.stringPropertyNames()).isEqualTo(dutch.stringPropertyNames());
        english.stringPropertyNames()
                .forEach(key -> assertThat(details(dutch.getProperty(key)))
                        .as(key)
                        .isEqualTo(details(english.getProperty(key))));
    }

    @Test
    void every_reason_for_a_question_can_be_read() {
        Stream<Enum<?>[]> tags = Stream.of(
                Approach.values(),
                Horizon.values(),
                Perspective.values(),
                QuestionTags.Factor.values(),
                QuestionTags.Aspect.values(),
                QuestionTags.Mode.values());
        assertThat(tags.flatMap(Arrays::stream)).allMatch(tag -> english.containsKey("question.tag." + tag));
        assertThat(SelectionReason.values()).allMatch(why -> english.containsKey("question.why." + why));
    }

    @Test
    void every_reason_and_every_type_that_a_plan_names_can_be_read() {
        Stream<Enum<?>[]> reasons = Stream.of(DueConversation.Why.values(), WindowAdjustment.values());
        assertThat(reasons.flatMap(Arrays::stream)).allMatch(why -> english.containsKey("because." + why));
        assertThat(PolicyScope.values()).allMatch(scope -> english.containsKey("because.POLICY_OF_" + scope));
        assertThat(NoSlotReason.values()).allMatch(why -> english.containsKey("no-slot." + why));
        assertThat(ConversationType.values()).allMatch(type -> english.containsKey("type." + type));
    }

    /** Codes as they stand in the source; those every service has alike are explained by the service kit. */
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> CODE.matcher(read(file))
                            .results()
                            .flatMap(found -> Stream.of(found.group(1), found.group(2)))
                            .filter(code -> code != null)
                            .forEach(codes::add));
        }
        Properties shared = bundle("/klimrek-problems.properties");
        codes.removeIf(code -> shared.containsKey("problem." + code));
        return codes;
    }

    private static Set<String> details(String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{\\w+}").matcher(text).results().forEach(detail -> found.add(detail.group()));
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Properties bundle(String resource) {
        try (InputStream in = MessagesTest.class.getResourceAsStream(resource)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
