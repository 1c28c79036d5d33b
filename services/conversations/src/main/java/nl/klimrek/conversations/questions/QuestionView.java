package nl.klimrek.conversations.questions;

import java.util.List;

import nl.klimrek.contracts.conversations.Approach;
import nl.klimrek.contracts.conversations.ConversationType;
import nl.klimrek.contracts.conversations.Horizon;
import nl.klimrek.contracts.conversations.Perspective;

/** A question as people read it, in their language, with its tags. */
public record QuestionView(
        String id, int version, String text, Tags.Factor factor, Tags.Competence competence, Approach approach,
        Horizon horizon, Perspective perspective, Tags.Aspect aspect, Tags.Mode mode, Tags.Audience audience,
        List<ConversationType> types) {}
