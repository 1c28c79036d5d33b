package nl.klimrek.people.person;

/**
 * A record that was taken.
 *
 * @param id id the source gave it
 * @param print fingerprint of its content
 * @param early whether it told of a leave before anything else was known; such a record waits in quarantine too
 */
public record Taken(String id, String print, boolean early) {}
