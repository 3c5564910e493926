using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Gatehouse.OAuth.Tests.Properties;

/// <summary>What holds for every redirect address, held against <see cref="Uri"/> and a pattern as witnesses.</summary>
public sealed partial class RedirectUriProperties
{
    [Property(MaxTest = 2000)]
    public Property An_accepted_address_is_kept_byte_for_byte_and_goes_where_it_says() =>
        Prop.ForAll(
            Generated.Redirect.ToArbitrary(),
            redirect =>
            {
                var witness = new Uri(redirect.Value);
                Assert.Empty(witness.UserInfo);
                Assert.Empty(witness.Fragment);
                Assert.DoesNotContain(redirect.Value, c => c is <= ' ' or > '~' or '\\' or '"');

                if (redirect.Kind != RedirectUriKind.PrivateScheme)
                {
                    Assert.Matches(PlainAuthority(), redirect.Value);
                    Assert.Equal(redirect.Host, witness.Host);
                    Assert.Equal(redirect.Kind == RedirectUriKind.Web ? "https" : "http", witness.Scheme);
                    Assert.True(redirect.Kind == RedirectUriKind.Web || LoopbackHost.Is(redirect.Host));
                }
            }
        );

    [Property(MaxTest = 2000)]
    public Property Two_addresses_match_only_when_scheme_host_path_and_query_are_the_same() =>
        Prop.ForAll(
            Pairs.ToArbitrary(),
            pair =>
            {
                var (asked, registered) = pair;
                if (!asked.Matches(registered))
                {
                    return;
                }

                var (a, b) = (new Uri(asked.Value), new Uri(registered.Value));
                Assert.Equal(b.Scheme, a.Scheme);
                Assert.Equal(b.Host, a.Host);
                Assert.Equal(b.PathAndQuery, a.PathAndQuery);
                Assert.True(asked.Kind == RedirectUriKind.Loopback || asked.Value == registered.Value);
            }
        );

    [Property(MaxTest = 500)]
    public Property Matching_is_mutual_and_everything_matches_itself() =>
        Prop.ForAll(
            Pairs.ToArbitrary(),
            pair => pair.Item1.Matches(pair.Item2) == pair.Item2.Matches(pair.Item1) && pair.Item1.Matches(pair.Item1)
        );

    [Property(MaxTest = 500)]
    public Property The_registered_form_is_an_address_that_stays_as_it_is_and_matches() =>
        Prop.ForAll(
            Generated.Redirect.ToArbitrary(),
            redirect =>
            {
                var registered = redirect.Registered;

                Assert.Equal(Sample.Redirect(registered.Value), registered);
                Assert.Equal(registered.Value, Sample.Redirect(registered.Value).Canonical);
                Assert.True(redirect.Matches(registered));
            }
        );

    [Property(MaxTest = 1000)]
    public Property An_answer_appends_its_parameters_and_changes_nothing_else() =>
        Prop.ForAll(
            Generated.Redirect.ToArbitrary(),
            Generated.Text.ToArbitrary(),
            Generated.Text.ToArbitrary(),
            (redirect, state, code) =>
            {
                var answer = redirect.With(("state", state), ("code", code));

                Assert.StartsWith(redirect.Value, answer, StringComparison.Ordinal);
                var added = answer[redirect.Value.Length..].TrimStart('?', '&').Split('&');
                Assert.Equal(2, added.Length);
                Assert.Equal(state, Uri.UnescapeDataString(added[0]["state=".Length..]));
                Assert.Equal(code, Uri.UnescapeDataString(added[1]["code=".Length..]));

                var (before, after) = (new Uri(redirect.Value), new Uri(answer));
                Assert.Equal(before.Authority, after.Authority);
                Assert.Equal(before.AbsolutePath, after.AbsolutePath);
                Assert.Empty(after.Fragment);
                Assert.DoesNotContain(answer, c => c is <= ' ' or > '~');
            }
        );

    // Unrelated addresses hardly ever match, so half of the pairs are one address with a piece of it changed.
    private static Gen<(RedirectUri, RedirectUri)> Pairs { get; } =
        from first in Generated.Redirect
        from second in Gen.OneOf(
            Generated.Redirect,
            Gen.Elements<Func<string, string>>(
                    text => text,
                    text => text.Replace(":80", ":81", StringComparison.Ordinal),
                    text => text.Replace("127.0.0.1", "127.0.0.1:4711", StringComparison.Ordinal),
                    text => text.Replace("127.0.0.1", "localhost", StringComparison.Ordinal),
                    text => text.Replace("http:", "https:", StringComparison.Ordinal),
                    text => text.Replace("callback", "Callback", StringComparison.Ordinal),
                    text => text.TrimEnd('/'),
                    text => text + "/"
                )
                .Select(change => RedirectUri.Parse(change(first.Value)))
                .Select(changed => changed.Error is null ? changed.Value : first)
        )
        select (first, second);

    [GeneratedRegex(
        @"^https?://([A-Za-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?([/?]|$)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex PlainAuthority();
}
