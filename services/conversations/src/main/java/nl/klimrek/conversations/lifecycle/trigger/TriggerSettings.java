package nl.klimrek.conversations.lifecycle.trigger;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When what happens asks for a conversation.
 *
 * @param onboardingDays days after the first at which somebody new is talked with, each 1 to 365; default 30, 60, 100
 * @param absenceDays shortest absence after which coming back asks for a talk, 1 to 365 days; default 14
 * @param overdueDays days after its due date at which an open agreement asks for a talk, 0 to 90; default 7
 * @param expiringDays days before a certificate expires at which it asks for a talk, 0 to 365; default 90
 * @param unusedPercent least unused share of a pot that asks for a talk, 1 to 100; default 50
 * @param unusedFromQuarter first quarter of the year at whose end it does, 1 to 4; default 3, because before there is time
 * @param leadDays days between the proposal of a slot and the conversation, 0 to 30; default 3
 * @param slotMinutes usual length of such a conversation, 10 to 480 minutes; default 60
 * @param sweepEvery how often days that have come are looked for, 1 minute to 1 day; default 15 minutes
 */
@ConfigurationProperties("klimrek.conversations.trigger")
record TriggerSettings(
        @DefaultValue({"30", "60", "100"}) List<Integer> onboardingDays,
        @DefaultValue("14") int absenceDays,
        @DefaultValue("7") int overdueDays,
        @DefaultValue("90") int expiringDays,
        @DefaultValue("50") int unusedPercent,
        @DefaultValue("3") int unusedFromQuarter,
        @DefaultValue("3") int leadDays,
        @DefaultValue("60") int slotMinutes,
        @DefaultValue("15m") Duration sweepEvery) {

    TriggerSettings {
        onboardingDays = List.copyOf(onboardingDays);
        onboardingDays.forEach(day -> check("onboarding-days", day, 1, 365));
        check("absence-days", absenceDays, 1, 365);
        check("overdue-days", overdueDays, 0, 90);
        check("expiring-days", expiringDays, 0, 365);
        check("unused-percent", unusedPercent, 1, 100);
        check("unused-from-quarter", unusedFromQuarter, 1, 4);
        check("lead-days", leadDays, 0, 30);
        check("slot-minutes", slotMinutes, 10, 480);
        check(
                "sweep-every (in minutes)",
                sweepEvery.toMinutes(),
                1,
                Duration.ofDays(1).toMinutes());
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "klimrek.conversations.trigger." + name + " must be " + least + " to " + most);
        }
    }
}
