namespace Gatehouse.DemoCloud.Talk;

/// <summary>Somebody in a conversation; type 1 is its owner, 3 an ordinary participant.</summary>
internal sealed record Attendee(long Id, string User, int Type, long LastRead, bool IsFavorite = false)
{
    public const int Owner = 1;
    public const int Ordinary = 3;

    public bool IsModerator => Type is 1 or 2;
}
