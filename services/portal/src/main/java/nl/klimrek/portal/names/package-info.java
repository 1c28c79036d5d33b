/** What people and teams are called, kept from the directory for the pages of those who may see them. */
package nl.klimrek.portal.names;
