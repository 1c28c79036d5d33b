package nl.klimrek.popforms.plan;

import java.time.Instant;

/**
 * A version that both confirmed.
 *
 * @param version which
 * @param manager person id of who was the manager then
 * @param at when the second of the two confirmed
 */
public record AgreedVersion(int version, String manager, Instant at) {}
