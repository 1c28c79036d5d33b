package nl.klimrek.journal.deadletters;

import nl.klimrek.eventing.Organisation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the dead letters.
 *
 * @param nobodys organisation whose HR and auditors look after parked records of which it is not certain whose they are;
 *     the one that operates Klimrek, and no tenant's. Default {@code klimrek-operations}, for which nobody has a token
 *     unless the issuer gives one
 */
@ConfigurationProperties("klimrek.journal.dead-letters")
record DeadLetterProperties(
        @DefaultValue("klimrek-operations") String nobodys) {

    DeadLetterProperties {
        if (nobodys == null || nobodys.isBlank()) {
            throw new IllegalArgumentException("klimrek.journal.dead-letters.nobodys must name an organisation");
        }
    }

    Organisation organisation() {
        return new Organisation(nobodys);
    }
}
