package nl.klimrek.contracts.directory;

import nl.klimrek.contracts.EventContract;
import nl.klimrek.contracts.Length;
import nl.klimrek.contracts.StringFormat;
import nl.klimrek.contracts.Topics;

/**
 * What a team is called.
 *
 * @param team code of the team
 * @param name name as HR gave it
 * @param salt random salt of the commitment the journal keeps
 */
@EventContract(type = "nl.klimrek.directory.team-listed.v1", topic = Topics.DIRECTORY)
public record TeamListed(
        String team,
        @Length(min = 1, max = 200) String name,
        @StringFormat(StringFormat.Kind.SALT) String salt) {}
