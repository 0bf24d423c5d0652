/**
 * The sentiment of a post. A text is read into {@link io.hashlake.text.sentiment.Words}, which a {@link
 * io.hashlake.text.sentiment.Lexicon} annotates; {@link io.hashlake.text.sentiment.SentimentRules} find the opinions in it; a
 * {@link io.hashlake.text.sentiment.LinearModel} weighs them together with n-grams. Lexicons and models are
 * resources, read once; afterwards nothing changes, so that one scorer serves all threads.
 */
package io.hashlake.text.sentiment;
