package nl.klimrek.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** Somebody's pots as the API shows them. */
record Pots(JsonNode account) {

    /** The pot in this unit, EUR or HOURS. */
    JsonNode in(String unit) {
        return StreamSupport.stream(account.get("pots").spliterator(), false)
                .filter(pot -> unit.equals(pot.get("unit").asText()))
                .findFirst()
                .orElseThrow(() -> new Missing("There is no pot in " + unit + "."));
    }

    boolean none() {
        return account.get("pots").isEmpty();
    }

    /** Fails unless what was granted is exactly what is available, reserved, committed and spent. */
    void addUp() {
        for (JsonNode pot : account.get("pots")) {
            long parts = amount(pot, "available")
                    + amount(pot, "reserved")
                    + amount(pot, "committed")
                    + amount(pot, "spent");
            Missing.unless(
                    amount(pot, "granted") == parts,
                    "Pot %s does not add up.",
                    pot.get("pot").asText());
        }
    }

    static long amount(JsonNode pot, String part) {
        return pot.get(part).asLong();
    }

    static String euros(long cents) {
        return String.format(Locale.ROOT, "€ %d.%02d", cents / 100, cents % 100);
    }

    static String hours(long minutes) {
        return String.format(Locale.ROOT, "%d h %02d", minutes / 60, minutes % 60);
    }
}
