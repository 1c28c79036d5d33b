package nl.klimrek.contracts.popforms;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Minimum;
import nl.klimrek.contracts.Topics;

/**
 * The owner chose after how many quiet weeks a goal counts as stalled.
 *
 * @param pop id of the plan
 * @param employee person id of the owner
 * @param weeks number of weeks, from 2
 */
@EventContract(type = "nl.klimrek.pop-forms.pop-rhythm-changed.v1", topic = Topics.POP_FORMS)
public record PopRhythmChanged(
        String pop, String employee, @Minimum(2) int weeks) {}
