/** Dead letters: records that a consumer group could not process, for people to replay or discard. */
@NullMarked
package nl.klimrek.journal.deadletters;

import org.jspecify.annotations.NullMarked;
