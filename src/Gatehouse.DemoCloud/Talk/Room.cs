using System.Collections.Immutable;

namespace Gatehouse.DemoCloud.Talk;

/// <summary>A conversation; the numbers of types are Talk's.</summary>
internal sealed record Room(
    long Id,
    string Token,
    int Type,
    string Name,
    string Description,
    string ObjectType,
    string ObjectId,
    bool ReadOnly,
    long LastActivity,
    ImmutableList<Attendee> Attendees,
    ImmutableList<Message> Messages
)
{
    public const int OneToOne = 1;
    public const int Group = 2;
    public const int Public = 3;
    public const int Changelog = 4;
    public const int NoteToSelf = 6;

    public Attendee? AttendeeOf(string user) => Attendees.Find(attendee => attendee.User == user);

    public Message? Find(long id) => Messages.Find(message => message.Id == id);

    public Room With(Message message) =>
        Messages.FindIndex(one => one.Id == message.Id) is var index and >= 0
            ? this with
            {
                Messages = Messages.SetItem(index, message),
            }
            : this with
            {
                Messages = Messages.Add(message),
                LastActivity = message.Time,
            };

    public Room With(Attendee attendee) =>
        Attendees.FindIndex(one => one.User == attendee.User) is var index and >= 0
            ? this with
            {
                Attendees = Attendees.SetItem(index, attendee),
            }
            : this with
            {
                Attendees = Attendees.Add(attendee),
            };
}
