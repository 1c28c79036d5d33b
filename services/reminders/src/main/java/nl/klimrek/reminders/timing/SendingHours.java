package nl.klimrek.reminders.timing;

import java.time.LocalTime;

/**
 * The hours in which prompts are sent, on the recipient's clock.
 *
 * @param from start
 * @param until end, exclusive; midnight means the end of the day
 * @param onlyWorkingDays whether days off are excluded
 */
public record SendingHours(LocalTime from, LocalTime until, boolean onlyWorkingDays) {

    public SendingHours {
        if (!until.equals(LocalTime.MIDNIGHT) && !from.isBefore(until)) {
            throw new IllegalArgumentException("sending hours end before they begin");
        }
    }

    boolean contains(LocalTime time) {
        return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }
}
