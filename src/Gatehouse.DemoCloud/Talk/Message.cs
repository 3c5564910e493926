using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>
/// A message. In <paramref name="Text"/> stand the names of <paramref name="Objects"/> in braces; what Talk itself tells is worded for whoever
/// looks at it (<see cref="MessageJson"/>).
/// </summary>
internal sealed record Message(
    long Id,
    string ActorType,
    string ActorId,
    long Time,
    string Text,
    string System,
    string Reference,
    long Thread,
    long? Parent,
    ImmutableSortedDictionary<string, MessageObject> Objects,
    ImmutableList<Reaction> Reactions,
    long? Edited = null,
    bool IsDeleted = false
)
{
    public bool IsComment => System.Length == 0;
}
