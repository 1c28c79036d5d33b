package nl.klimrek.portal.guest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An external coach's account, as the conversations service answers it.
 *
 * @param status {@code INVITED} or {@code ACTIVE}
 * @param scope {@code CONVERSATION} or {@code TRACK}
 * @param inviter name of the employee
 */
record GuestAccount(
        String coach,
        String employee,
        String status,
        String scope,
        @Nullable LocalDate lastDay,
        @Nullable String name,
        @Nullable String inviter) {

    public boolean isTrack() {
        return "TRACK".equals(scope);
    }
}
