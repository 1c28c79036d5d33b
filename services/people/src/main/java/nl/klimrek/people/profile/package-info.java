/** What people, their managers and HR may see of the roster. */
package nl.klimrek.people.profile;
