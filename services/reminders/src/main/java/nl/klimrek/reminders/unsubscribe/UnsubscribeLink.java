package nl.klimrek.reminders.unsubscribe;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.klimrek.eventing.Key;
import nl.klimrek.eventing.Organisation;
import nl.klimrek.reminders.catalogue.PromptGroup;

/**
 * What a link turns off: messages of some kinds to one person.
 *
 * @param person whose messages
 * @param groups kinds that are turned off; none for a message that is a duty alone
 */
record UnsubscribeLink(Key person, Set<PromptGroup> groups) {

    private static final String PURPOSE = "unsubscribe";
    private static final int PARTS = 4;

    UnsubscribeLink {
        groups = Set.copyOf(groups);
    }

    /** The token in the link: signature, kinds, organisation and person. It has the form of an id. */
    String token(LinkSigner signer) {
        String content = content();
        return signer.sign(person.organisation(), PURPOSE, content) + "." + content;
    }

    /** Reads a token; empty for whatever was not signed here. */
    static Optional<UnsubscribeLink> read(String token, LinkSigner signer) {
        String[] parts = token.split("\\.", PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            Organisation organisation = new Organisation(parts[2]);
            String content = token.substring(parts[0].length() + 1);
            return signer.isSigned(organisation, PURPOSE, content, parts[0])
                    ? Optional.of(new UnsubscribeLink(Key.of(organisation, parts[3]), groups(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
    }

    private String content() {
        return names(groups) + "." + person.organisation().value() + "." + person.id();
    }

    /** First letters would be ambiguous when a group is added, and a number when one is moved; so they are named. */
    private static String names(Collection<PromptGroup> groups) {
        return groups.stream().sorted().map(PromptGroup::name).collect(Collectors.joining("-"));
    }

    private static Set<PromptGroup> groups(String names) {
        Set<PromptGroup> groups = EnumSet.noneOf(PromptGroup.class);
        Arrays.stream(names.split("-"))
                .filter(name -> !name.isEmpty())
                .map(PromptGroup::valueOf)
                .forEach(groups::add);
        return groups;
    }
}
