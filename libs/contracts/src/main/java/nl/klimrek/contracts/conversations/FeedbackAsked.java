package nl.klimrek.contracts.conversations;

import java.time.LocalDate;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * An employee asked a colleague for feedback or feed-forward.
 *
 * @param feedback id of the feedback request
 * @param employee person id of the one who asked
 * @param colleague person id of the one who was asked
 * @param kind looking back or forward
 * @param questions number of own questions
 * @param content commitment of the questions
 * @param dueDate day by which an answer helps
 */
@EventContract(type = "nl.klimrek.conversations.feedback-asked.v1", topic = Topics.CONVERSATIONS)
public record FeedbackAsked(
        String feedback,
        String employee,
        String colleague,
        FeedbackKind kind,
        int questions,
        @StringFormat(StringFormat.Kind.COMMITMENT) String content,
        LocalDate dueDate) {}
