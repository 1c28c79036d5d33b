package nl.klimrek.servicekit.disclosure;

/** The service's own type of "somebody looked", for example {@code ConversationsDisclosed::new}; a bean opts the service in. */
@FunctionalInterface
public interface DisclosedEventFactory {
    Record of(String viewer, String person, String content, String allowedBecause);
}
