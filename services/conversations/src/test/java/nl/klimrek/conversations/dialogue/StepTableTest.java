package nl.klimrek.conversations.dialogue;

import static nl.klimrek.conversations.dialogue.ConversationFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.CancelReason;
import nl.klimrek.contracts.conversations.Side;
import nl.klimrek.conversations.dialogue.scheduling.Window;
import nl.klimrek.conversations.dialogue.text.Words;
import nl.klimrek.conversations.questions.selection.Orientation;
import nl.klimrek.eventing.Decision;
import org.junit.jupiter.api.Test;

/** The table in the Javadoc of {@link Conversation} is what a reader trusts; so it is read from the source and tried out. */
class StepTableTest {

    private static final Path SOURCE = Path.of("src/main/java/nl/klimrek/conversations/dialogue/Conversation.java");

    @Test
    void the_table_in_the_javadoc_is_what_the_code_does() throws IOException {
        Map<ConversationStep, Map<ConversationStatus, Boolean>> written = table();
        assertThat(written.keySet()).containsExactly(ConversationStep.values());
        for (ConversationStep step : ConversationStep.values()) {
            for (ConversationStatus status : ConversationStatus.values()) {
                assertThat(takes(ConversationFixture.in(status), step))
                        .as("%s from %s", step, status)
                        .isEqualTo(written.get(step).get(status));
            }
        }
    }

    private static boolean takes(Conversation from, ConversationStep step) {
        return attempt(ready(from, step), step) instanceof Decision.Accepted<Conversation>;
    }

    /** A step that needs something to work on finds it there, wherever the conversation may have it. */
    private static Conversation ready(Conversation from, ConversationStep step) {
        return switch (step) {
            case SHARE -> prepared(from, false);
            case UNSHARE -> prepared(from, true);
            case REMOVE_POINT ->
                new NextConversation(from)
                        .with(from.preparations()
                                .with(from.preparations().table().plus(point("p-1", Side.EMPLOYEE))));
            case KEEP, DROP ->
                from.agreements().open().isEmpty()
                        ? new NextConversation(from).with(from.agreements().plus(agreement("a-1")))
                        : from;
            case CLOSE -> new NextConversation(from).with(from.agreements().plus(agreement("a-9")));
            default -> from;
        };
    }

    private static Conversation prepared(Conversation from, boolean shared) {
        return new NextConversation(from)
                .with(from.preparations().with(Side.EMPLOYEE, draft("x").withShared(shared)));
    }

    private static Decision<Conversation> attempt(Conversation now, ConversationStep step) {
        return switch (step) {
            case INVITE -> now.invite(Side.COUNTERPART, SLOT, NOW, TODAY);
            case ACCEPT -> now.accept(Side.EMPLOYEE, null);
            case RESCHEDULE -> now.reschedule(Side.EMPLOYEE, slotInDays(4), NOW);
            case DECLINE -> now.decline(Side.EMPLOYEE, Words.of("Ill"), TODAY);
            case PREPARE -> now.prepare(Side.EMPLOYEE, SHEET, draft("x"));
            case SHARE -> now.share(Side.EMPLOYEE);
            case UNSHARE -> now.unshare(Side.EMPLOYEE);
            case SWAP -> now.swap(Side.EMPLOYEE, SHEET, "energy", OTHER);
            case ADD_POINT -> now.addPoint(point("p-2", Side.EMPLOYEE));
            case REMOVE_POINT -> now.removePoint(Side.EMPLOYEE, "p-1");
            case SHARE_NOTE -> now.shareNote(note("n-1", Side.EMPLOYEE));
            case HOLD -> now.hold(holding(), NOW);
            case REBALANCE -> now.rebalance(new Orientation(Approach.CURATIVE, null, null));
            case RECORD -> now.record(Side.EMPLOYEE, Words.of("x"));
            case CORRECT -> now.correct(Side.EMPLOYEE, Words.of("y"));
            case STATE -> now.state(Side.EMPLOYEE, Words.of("z"));
            case CONFIRM -> now.confirm(Side.EMPLOYEE, 1);
            case AGREE -> now.agree(agreement("a-2"), TODAY);
            case KEEP -> now.keep("a-1", TODAY);
            case DROP -> now.drop("a-1", Words.of("No longer wanted"), "mark");
            case CLOSE -> now.close(null);
            case CANCEL -> now.cancel(CancelReason.NO_LONGER_NEEDED, null);
            case MISS -> now.miss(NOW.plus(Duration.ofDays(60)), TODAY.plusDays(60));
            case PART -> now.part();
            case MOVE -> now.move(new Window(TODAY, TODAY.plusDays(90)), TODAY, ZoneOffset.UTC);
        };
    }

    private static Map<ConversationStep, Map<ConversationStatus, Boolean>> table() throws IOException {
        List<String> lines = Files.readAllLines(SOURCE).stream()
                .dropWhile(line -> !line.contains("<pre>"))
                .skip(1)
                .takeWhile(line -> !line.contains("</pre>"))
                .map(line -> line.replace("*", "").strip())
                .toList();
        List<ConversationStatus> columns = Arrays.stream(lines.get(0).split(" +"))
                .map(ConversationStatus::valueOf)
                .toList();
        Map<ConversationStep, Map<ConversationStatus, Boolean>> table = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(" +");
            Map<ConversationStatus, Boolean> row = new EnumMap<>(ConversationStatus.class);
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells[i + 1].equals("x"));
            }
            table.put(ConversationStep.valueOf(cells[0]), row);
        }
        return table;
    }

    @Test
    void every_place_of_the_life_cycle_can_be_reached() {
        for (ConversationStatus status : ConversationStatus.values()) {
            assertThat(ConversationFixture.in(status).status()).isEqualTo(status);
        }
        assertThat(after(ConversationFixture.missed().invite(Side.EMPLOYEE, SLOT, NOW, TODAY))
                        .status())
                .isEqualTo(ConversationStatus.INVITED);
    }
}
