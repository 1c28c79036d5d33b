package nl.klimrek.conversations.career;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When people who never had a career conversation are invited to one.
 *
 * @param afterDays days after the first day of employment at the earliest, 0 to 3650; default 365
 * @param everyDays days between two invitations, 30 to 3650; default 365
 * @param spreadDays days over which people are spread who are all known at once, 1 to 365; default 90
 */
@ConfigurationProperties("klimrek.conversations.career")
record CareerSettings(
        @DefaultValue("365") int afterDays,
        @DefaultValue("365") int everyDays,
        @DefaultValue("90") int spreadDays) {

    CareerSettings {
        check("after-days", afterDays, 0, 3650);
        check("every-days", everyDays, 30, 3650);
        check("spread-days", spreadDays, 1, 365);
    }

    /** The first day on which to look, for somebody who is known from today on; the same person always has the same share. */
    LocalDate firstLook(String person, @Nullable LocalDate start, LocalDate today) {
        LocalDate spread = today.plusDays(Math.floorMod(person.hashCode(), spreadDays));
        LocalDate settled = start == null ? today : start.plusDays(afterDays);
        return settled.isAfter(spread) ? settled : spread;
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "klimrek.conversations.career." + name + " must be " + least + " to " + most);
        }
    }
}
