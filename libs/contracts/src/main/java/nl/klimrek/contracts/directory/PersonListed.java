package nl.klimrek.contracts.directory;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Length;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * How to address somebody: the one place where a name or address crosses a service border (compacted; erasure is a tombstone).
 *
 * @param person random id of the person
 * @param givenName given name (may be null)
 * @param familyName family name
 * @param email work e-mail address (may be null)
 * @param language BCP 47 language tag
 * @param timeZone IANA time zone
 * @param salt random salt of the commitment the journal keeps
 */
@EventContract(type = "nl.klimrek.directory.person-listed.v1", topic = Topics.DIRECTORY)
public record PersonListed(
        String person,
        @Length(min = 1, max = 200) @Nullable String givenName,
        @Length(min = 1, max = 200) String familyName,
        @Length(min = 1, max = 200) @Nullable String email,
        @StringFormat(StringFormat.Kind.LANGUAGE) String language,
        @StringFormat(StringFormat.Kind.TIME_ZONE) String timeZone,
        @StringFormat(StringFormat.Kind.SALT) String salt) {}
