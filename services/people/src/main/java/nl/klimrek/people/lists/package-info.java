/** Lists of person ids, kept outside the people themselves so that none has to be looked for. */
package nl.klimrek.people.lists;
