package nl.klimrek.reminders.timing;

import java.time.LocalTime;

/**
 * The hours in which prompts are sent, on the receiver's own clock.
 *
 * @param from first moment of the day
 * @param until last moment of the day, not included; midnight means the whole rest of the day
 * @param onlyWorkingDays whether the receiver's free days are left alone
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
