package nl.klimrek.identity.people;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names and addresses of people by organisation, from the directory topic.
 *
 * <p>In memory only; the compacted topic is the durable store. Until the topic has been read to its end at start-up,
 * {@link #complete()} is false and lookups are not reliable. Thread-safe.
 */
public final class PersonDirectory {

    private record Key(String organisation, String value) {}

    private final Map<Key, DirectoryEntry> byPerson = new HashMap<>();
    private final Map<Key, Set<String>> byEmail = new HashMap<>();
    private boolean complete;

    public synchronized void list(DirectoryEntry listing) {
        forget(listing.organisation(), listing.person());
        byPerson.put(new Key(listing.organisation(), listing.person()), listing);
        if (!listing.email().isEmpty()) {
            byEmail.computeIfAbsent(emailOf(listing), key -> new HashSet<>()).add(listing.person());
        }
    }

    public synchronized void forget(String organisation, String person) {
        DirectoryEntry old = byPerson.remove(new Key(organisation, person));
        if (old != null && !old.email().isEmpty()) {
            byEmail.computeIfPresent(
                    emailOf(old), (key, people) -> people.remove(person) && people.isEmpty() ? null : people);
        }
    }

    public synchronized Optional<DirectoryEntry> person(String organisation, String person) {
        return Optional.ofNullable(byPerson.get(new Key(organisation, person)));
    }

    /**
     * The person with this address; empty if two people share it, so that an address never lets in the wrong person.
     */
    public synchronized Optional<DirectoryEntry> email(String organisation, String email) {
        Set<String> people = byEmail.getOrDefault(emailKey(organisation, email), Set.of());
        return people.size() == 1 ? person(organisation, people.iterator().next()) : Optional.empty();
    }

    public synchronized boolean complete() {
        return complete;
    }

    public synchronized void markComplete() {
        complete = true;
    }

    private static Key emailOf(DirectoryEntry listing) {
        return emailKey(listing.organisation(), listing.email());
    }

    private static Key emailKey(String organisation, String email) {
        return new Key(organisation, email.strip().toLowerCase(Locale.ROOT));
    }
}
