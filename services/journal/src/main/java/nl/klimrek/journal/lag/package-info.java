/** How far each group is behind: records that wait to be read. */
package nl.klimrek.journal.lag;
