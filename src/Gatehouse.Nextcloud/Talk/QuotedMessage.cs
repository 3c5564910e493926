namespace Gatehouse.Nextcloud.Talk;

/// <summary>The message another one answers.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Its text, as in <see cref="ChatMessage.Text"/>; empty when it is gone.</param>
public sealed record QuotedMessage(long Id, ChatActor Author, string Text);
