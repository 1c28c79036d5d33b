package nl.klimrek.popforms.plan;

import java.time.Instant;

/**
 * A version that both confirmed.
 *
 * @param version the agreed version
 * @param manager person id of the manager at that time
 * @param at when the second of them confirmed
 */
public record AgreedVersion(int version, String manager, Instant at) {}
