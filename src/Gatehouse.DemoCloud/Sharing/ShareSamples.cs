using System.Collections.Immutable;
using System.Security.Cryptography;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Alice and Bob share the folder of their workshop; a customer has a link to an offer.</summary>
internal static class ShareSamples
{
    private const int DaysOld = 30;
    private const int DaysLeft = 30;

    public static SharesState Company(DemoAppContext context)
    {
        var alice = context.People.Find("alice")?.Home.Tree;
        var workshop = alice?.Find(FilePath.Parse("Documents/Workshop"));
        var offer = alice?.Find(FilePath.Parse("Documents/Workshop/Offers/Offer Weber.pdf"));
        var state = SharesState.Empty;
        var now = context.Time.GetUtcNow();
        if (workshop is not null && context.People.Find("bob") is not null)
        {
            state = state.With(
                OfAlice(workshop, ShareKind.User, ShareRights.All, now) with
                {
                    With = "bob",
                    Note = "Offers and prices, so that you find them without me",
                    Places = ImmutableSortedDictionary<string, string>.Empty.Add("bob", workshop.Path.Name),
                }
            );
        }

        return offer is null
            ? state
            : state.With(
                OfAlice(offer, ShareKind.Link, ShareRights.Read | ShareRights.Share, now) with
                {
                    Token = RandomNumberGenerator.GetString("abcdefghijkmnopqrstwxyz23456789", 15),
                    Label = "For the Weber family",
                    Expires = DateOnly.FromDateTime(now.UtcDateTime).AddDays(DaysLeft),
                }
            );
    }

    private static Share OfAlice(FileNode file, int kind, int rights, DateTimeOffset now) =>
        new()
        {
            Id = 0,
            Kind = kind,
            Owner = "alice",
            FileOwner = "alice",
            FileId = file.Id,
            Rights = rights,
            Created = now.AddDays(-DaysOld),
        };
}
