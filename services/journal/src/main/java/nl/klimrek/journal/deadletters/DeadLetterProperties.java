package nl.klimrek.journal.deadletters;

import nl.klimrek.eventing.Organisation;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Configuration of dead letters.
 *
 * @param unattributedOrganisation organisation whose HR and auditors handle unattributed records ({@code nobodys}): the
 *     operator of Klimrek and never a tenant. Default {@code klimrek-operations}, for which nobody has a token unless the
 *     issuer gives one
 */
@ConfigurationProperties("klimrek.journal.dead-letters")
record DeadLetterProperties(
        @Name("nobodys") @DefaultValue("klimrek-operations") String unattributedOrganisation) {

    DeadLetterProperties {
        if (unattributedOrganisation.isBlank()) {
            throw new IllegalArgumentException("klimrek.journal.dead-letters.nobodys must name an organisation");
        }
    }

    Organisation unattributed() {
        return new Organisation(unattributedOrganisation);
    }
}
