/** Who is whose manager, who left, whose day it is: what conversations ask about people. */
package nl.klimrek.conversations.roster;
