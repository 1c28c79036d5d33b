/** A coach's start page: who they talk with, and what is asked of them. */
package nl.klimrek.portal.coach;
