using System.Collections.Immutable;
using System.Security.Cryptography;
using Gatehouse.DemoCloud.Apps;
using Gatehouse.DemoCloud.Files;
using Gatehouse.DemoCloud.People;

namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Makes and changes shares by the rules of the real one.</summary>
internal sealed class ShareWriting(Shares shares, ShareTargets targets, ShareNews news, DemoAppContext context)
{
    private const string Alphabet = "abcdefghijkmnopqrstwxyzABCDEFGHJKLMNPQRSTWXYZ23456789";
    private const int TokenLength = 15;

    private readonly ShareRules rules = new(shares, targets, context.People);

    private DateOnly Today => DateOnly.FromDateTime(context.Time.GetUtcNow().UtcDateTime);

    /// <summary>A new share, or the one that is there already with the same for the same.</summary>
    public async Task<ShareOutcome> CreateAsync(Person me, ShareFields fields, CancellationToken cancellationToken)
    {
        var outcome = await shares.AddAsync(() => Make(me, fields), cancellationToken);
        if (outcome is { Share: { } made, IsNew: true })
        {
            await news.SharedAsync(me, made, cancellationToken);
            if (shares.ViewOf(me).Find(made.FileId) is { } file)
            {
                await targets.TellAsync(me, made, file, cancellationToken);
            }
        }

        return outcome;
    }

    public async Task<ShareOutcome> ChangeAsync(
        Person me,
        Share share,
        ShareFields fields,
        CancellationToken cancellationToken
    ) =>
        me.Id != share.Owner && me.Id != share.FileOwner
            ? ShareOutcome.Refused(new(403, "You are not allowed to edit incoming shares"))
        : !fields.ChangeSomething ? ShareOutcome.Refused(new(400, "Wrong or no update parameter given"))
        : await shares.ChangeAsync(share.Id, now => Change(me, now, fields), cancellationToken);

    private ShareOutcome Make(Person me, ShareFields fields)
    {
        if (!FilePath.TryParse(fields.Path ?? "", out var path))
        {
            return ShareOutcome.Refused(ShareRefusal.WrongPath);
        }

        var located = shares.Locate(me, path);
        if (located.Owner.Home.Tree.Find(located.Path) is not { } file)
        {
            return ShareOutcome.Refused(ShareRefusal.WrongPath);
        }

        var rights = RightsOf(fields.Kind, file, fields.Rights);
        if (rules.Refuse(me, fields, located, rights) is { } refused)
        {
            return ShareOutcome.Refused(refused);
        }

        if (shares.All.FirstOrDefault(one => IsSame(me, one, file, fields)) is { } there)
        {
            return ShareOutcome.Of(there);
        }

        var share = new Share
        {
            Id = 0,
            Kind = fields.Kind,
            Owner = me.Id,
            FileOwner = located.Owner.Id,
            FileId = file.Id,
            With = fields.Kind == ShareKind.Link ? null : fields.With,
            Rights = rights,
            Created = context.Time.GetUtcNow(),
            Token = ShareKind.IsPublic(fields.Kind) ? RandomNumberGenerator.GetString(Alphabet, TokenLength) : null,
            Places = Places(me, located.Owner, fields, file),
        };
        var outcome = fields.ApplyTo(share, Today);
        return outcome.Share is { } made ? ShareOutcome.Made(made) : outcome;
    }

    private ShareOutcome Change(Person me, Share share, ShareFields fields)
    {
        if (shares.FileOf(share) is not { } file)
        {
            return ShareOutcome.Refused(ShareRefusal.WrongId);
        }

        var outcome = fields.ApplyTo(share, Today);
        if (outcome.Share is null || fields.Rights is not { } asked)
        {
            return outcome;
        }

        var rights = RightsOf(share.Kind, file, asked);
        var located = shares.Locate(me, shares.ViewOf(me).Find(file.Id)?.Path ?? file.Path);
        return ShareRules.RefuseRights(located, rights) is { } refused
            ? ShareOutcome.Refused(refused)
            : ShareOutcome.Of(outcome.Share with { Rights = rights });
    }

    /// <summary>A link may always be shared on: whoever has it may keep it at their own cloud.</summary>
    private static int RightsOf(int kind, FileNode file, int? asked)
    {
        var rights = asked ?? (ShareKind.IsPublic(kind) ? ShareRights.Read : ShareRights.All);
        if (rights is < 0 or > ShareRights.All)
        {
            return rights;
        }

        rights |= ShareKind.IsPublic(kind) ? ShareRights.Share : 0;
        rights |= (rights & (ShareRights.Read | ShareRights.Create)) == 0 ? ShareRights.Read : 0;
        return file.IsFolder ? rights : rights & ShareRights.OfFile;
    }

    private static bool IsSame(Person me, Share one, FileNode file, ShareFields fields) =>
        !ShareKind.IsPublic(fields.Kind)
        && one.Kind == fields.Kind
        && one.FileId == file.Id
        && one.Owner == me.Id
        && one.With == fields.With;

    private ImmutableSortedDictionary<string, string> Places(Person me, Person owner, ShareFields fields, FileNode file)
    {
        var receivers = fields.Kind switch
        {
            ShareKind.User => context.People.All.Where(one => one.Id == fields.With),
            ShareKind.Group => context.People.All.Where(one => one.Account.Groups.Contains(fields.With)),
            _ => context.People.All.Where(one => targets.PeopleOf(fields.Kind, fields.With).Contains(one.Id)),
        };
        return receivers
            .Where(one => one != me && one != owner)
            .ToImmutableSortedDictionary(
                one => one.Id,
                one => shares.PlaceFor(one, file).Value,
                StringComparer.Ordinal
            );
    }
}
