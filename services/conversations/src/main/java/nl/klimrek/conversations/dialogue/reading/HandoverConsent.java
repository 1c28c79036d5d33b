package nl.klimrek.conversations.dialogue.reading;

import java.util.Set;
import nl.klimrek.eventing.Organisation;

/** Which words of earlier conversations the employee let a new manager read. */
public interface HandoverConsent {

    /** Ids of agreements with earlier managers whose words this manager may read. */
    Set<String> wordsFor(Organisation organisation, String employee, String manager);
}
