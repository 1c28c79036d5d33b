/** Coverage: how many people of a group had a conversation lately. */
package nl.klimrek.insights.coverage;
