using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gatehouse.OAuth.Tokens;

namespace Gatehouse.OAuth.Tests.Properties;

/// <summary>Sets of scopes behave as sets, and no rule ever gives more than there is.</summary>
public sealed class ScopeSetProperties
{
    private static readonly Arbitrary<ScopeSet> Sets = Generated.ScopeSet.ToArbitrary();

    [Property]
    public Property Union_and_intersection_do_not_care_about_order() =>
        Prop.ForAll(Sets, Sets, (a, b) => a.Union(b).Equals(b.Union(a)) && a.Intersect(b).Equals(b.Intersect(a)));

    [Property]
    public Property Union_and_intersection_can_be_grouped_and_distributed() =>
        Prop.ForAll(
            Sets,
            Sets,
            Sets,
            (a, b, c) =>
                a.Union(b).Union(c).Equals(a.Union(b.Union(c)))
                && a.Intersect(b).Intersect(c).Equals(a.Intersect(b.Intersect(c)))
                && a.Intersect(b.Union(c)).Equals(a.Intersect(b).Union(a.Intersect(c)))
        );

    [Property]
    public Property A_set_with_itself_or_with_nothing_is_itself_or_nothing() =>
        Prop.ForAll(
            Sets,
            a =>
                a.Union(a).Equals(a)
                && a.Intersect(a).Equals(a)
                && a.Union(ScopeSet.Empty).Equals(a)
                && a.Intersect(ScopeSet.Empty).Equals(ScopeSet.Empty)
        );

    [Property]
    public Property Inclusion_is_what_union_and_intersection_say() =>
        Prop.ForAll(
            Sets,
            Sets,
            (a, b) => a.Includes(b) == a.Union(b).Equals(a) && a.Includes(b) == a.Intersect(b).Equals(b)
        );

    [Property]
    public Property The_wire_form_comes_back_and_equal_sets_have_equal_hashes() =>
        Prop.ForAll(
            Sets,
            a =>
            {
                var back = ScopeSet.Parse(a.ToString());
                return back.Equals(a) && back.GetHashCode() == a.GetHashCode() && back.Count == a.Count;
            }
        );

    [Property(MaxTest = 500)]
    public Property Any_text_is_a_list_of_scope_tokens_and_nothing_else() =>
        Prop.ForAll(
            Generated.AnyText.ToArbitrary(),
            text => ScopeSet.Parse(text).All(scope => Scope.TryParse(scope.Value, out _))
        );

    [Property]
    public Property An_offer_is_never_empty_and_never_more_than_this_server_has() =>
        Prop.ForAll(
            Sets,
            asked => Sample.Scopes.Offer(asked) is { Count: > 0 } offered && Sample.Scopes.Names.Includes(offered)
        );

    [Property]
    public Property An_offer_for_known_scopes_holds_them_and_what_they_imply_and_no_other() =>
        Prop.ForAll(
            Sets,
            asked =>
            {
                var known = asked.Intersect(Sample.Scopes.Names);
                return known.Count == 0 || Sample.Scopes.Offer(asked).Equals(Sample.Scopes.WithImplied(known));
            }
        );

    [Property]
    public Property A_refresh_never_gives_more_than_was_granted() =>
        Prop.ForAll(
            Sets,
            Sets,
            (granted, asked) => granted.Includes(new RefreshGrantRequest(RefreshToken.New(), asked).Narrow(granted))
        );
}
