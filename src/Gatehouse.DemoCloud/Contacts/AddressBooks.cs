using System.Collections.Immutable;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Calendars;
using Gatehouse.DemoCloud.Errors;
using Gatehouse.DemoCloud.Objects;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Contacts;

/// <summary>The address books of a home: those that are kept, and the two that the server makes.</summary>
internal sealed class AddressBooks(ObjectStore store, PersonDirectory people)
{
    public const string System = "z-server-generated--system";
    public const string Recent = "z-app-generated--contactsinteraction--recent";

    private static readonly ImmutableArray<string> Cards = ["VCARD"];

    public static ObjectsState StartFor(DemoAppContext context)
    {
        var state = context.People.All.Aggregate(
            ObjectsState.Empty,
            (made, person) => made.With(Made(person.Id, "contacts", "Contacts"))
        );
        return context.SampleData ? new SampleContacts(context).Fill(state) : state;
    }

    public static ObjectCollection Made(string owner, string uri, string? name) =>
        new()
        {
            Owner = owner,
            Uri = uri,
            Kinds = Cards,
            Properties = name is null
                ? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)
                : ImmutableSortedDictionary
                    .Create<string, string>(StringComparer.Ordinal)
                    .Add(CalendarProperties.DisplayName.ToString(), name),
        };

    public IEnumerable<OpenedCollection> HomeOf(Person me) =>
        store.Current.HomeOf(me.Id).Append(Accounts(me)).Append(RecentlyContacted(me));

    public OpenedCollection? Open(Person me, string uri) => HomeOf(me).FirstOrDefault(one => one.Uri == uri);

    private OpenedCollection Accounts(Person me)
    {
        var book = people.All.Aggregate(
            Made(me.Id, System, "Accounts") with
            {
                IsGenerated = true,
            },
            (made, person) => made.With(Card(person, made.SyncToken))
        );
        return new OpenedCollection(book, System, IsOwner: true, MayWrite: false);
    }

    private static OpenedCollection RecentlyContacted(Person me) =>
        new(Made(me.Id, Recent, "Recently contacted") with { IsGenerated = true }, Recent, true, false);

    private static StoredObject Card(Person person, long id)
    {
        var card = new VObject("VCARD")
        {
            Properties =
            [
                VProperty.Of("VERSION", "3.0"),
                VProperty.Of("PRODID", Sabre.ProductId),
                VProperty.Of("UID", person.Id),
                VProperty.Of("FN", person.Account.DisplayName),
                VProperty.Of("CLOUD", $"{person.Id}@demo"),
                new VProperty("EMAIL", [new("TYPE", "OTHER")], person.Account.Email),
            ],
        }.ToString();
        return new StoredObject(id, $"Database:{person.Id}.vcf", person.Id, "VCARD", card, Answers.ETagOf(card), 0);
    }
}
