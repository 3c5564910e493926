using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>Everything Talk remembers. Message ids grow over all conversations.</summary>
internal sealed record TalkState(
    ImmutableList<Room> Rooms,
    long NextRoom = 1,
    long NextAttendee = 1,
    long NextMessage = 1,
    long NextPoll = 1
)
{
    public Room? Find(string token, string user) =>
        Rooms.Find(room => room.Token == token && room.AttendeeOf(user) is not null);

    public TalkState With(Room room) =>
        Rooms.FindIndex(one => one.Token == room.Token) is var index and >= 0
            ? this with
            {
                Rooms = Rooms.SetItem(index, room),
            }
            : this with
            {
                Rooms = Rooms.Add(room),
            };
}
