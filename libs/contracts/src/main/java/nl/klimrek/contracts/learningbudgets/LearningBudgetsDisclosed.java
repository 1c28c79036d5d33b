package nl.klimrek.contracts.learningbudgets;

import nl.klimrek.contracts.Disclosed;
import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * Somebody looked at personal content of another.
 *
 * @param viewer person id of the one who looked
 * @param person person id of the one whose content it was
 * @param content what kind of content
 * @param allowedBecause the right by which it was allowed
 */
@EventContract(type = "nl.klimrek.learning-budgets.disclosed.v1", topic = Topics.LEARNING_BUDGETS)
public record LearningBudgetsDisclosed(
        String viewer,
        String person,
        @StringFormat(StringFormat.Kind.CODE) String content,
        @StringFormat(StringFormat.Kind.CODE) String allowedBecause)
        implements Disclosed {}
