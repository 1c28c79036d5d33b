package nl.klimrek.standalone.demo.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.StreamSupport;
import nl.klimrek.standalone.demo.client.DemoFailure;

/** A person's budget pots as the API returns them. */
public record BudgetView(JsonNode account) {

    /** The pot in this unit, EUR or HOURS. */
    public JsonNode in(String unit) {
        return StreamSupport.stream(account.get("pots").spliterator(), false)
                .filter(pot -> unit.equals(pot.get("unit").asText()))
                .findFirst()
                .orElseThrow(() -> new DemoFailure("There is no pot in " + unit + "."));
    }

    public boolean none() {
        return account.get("pots").isEmpty();
    }

    /** Throws unless granted equals available plus reserved plus committed plus spent. */
    public void addUp() {
        for (JsonNode pot : account.get("pots")) {
            long parts = amount(pot, "available")
                    + amount(pot, "reserved")
                    + amount(pot, "committed")
                    + amount(pot, "spent");
            DemoFailure.unless(
                    amount(pot, "granted") == parts,
                    "Pot %s does not add up.",
                    pot.get("pot").asText());
        }
    }

    public static long amount(JsonNode pot, String part) {
        return pot.get(part).asLong();
    }

    public static String euros(long cents) {
        return String.format(Locale.ROOT, "€ %d.%02d", cents / 100, cents % 100);
    }

    public static String hours(long minutes) {
        return String.format(Locale.ROOT, "%d h %02d", minutes / 60, minutes % 60);
    }
}
