-- What a community's lists of work orders begin with: each is its own from then on. Asked for by whoever founds one, and
-- here for those there are. A path of a category names its levels; a time limit after it is that of its cases.
create function begin_handling(community integer) returns void language plpgsql as $$
declare
  line text;
  names text[];
  tier text;
  parent integer;
  node integer;
begin
  insert into public.case_tier (community_id, amount, measure)
    values (community, 2, 'hours'), (community, 24, 'hours'), (community, 7, 'days'), (community, 15, 'days'),
      (community, 7, 'working_days'), (community, 15, 'working_days')
    on conflict do nothing;
  insert into public.agency (community_id, name, role)
    values (community, '居委会', 'social-worker'), (community, '社区党总支', 'party-secretary'), (community, '物业', 'property'),
      (community, '热线专员', 'hotline'), (community, '街道', null), (community, '综合执法队', null),
      (community, '派出所', null), (community, '燃气公司', null), (community, '供电公司', null),
      (community, '自来水公司', null), (community, '供热单位', null)
    on conflict do nothing;
  insert into public.handing_ground (community_id, name, beyond)
    values (community, '不在社区职责清单里', true),
      (community, '该由行政执法部门查处', true),
      (community, '该打110、119、120、122这些紧急电话', true),
      (community, '已经在诉讼、仲裁、复议、信访里', true),
      (community, '涉及国家秘密、商业秘密、个人隐私', true),
      (community, '违反法律法规或者公序良俗', true),
      (community, '该由专业公司维修', false),
      (community, '同一件事已经答复过，没有新的情况', false)
    on conflict do nothing;
  foreach line in array array[
    '住房城乡建设/物业管理/停车管理=7 days', '住房城乡建设/物业管理/公共区域卫生=24 hours',
    '住房城乡建设/物业管理/电梯运行=2 hours', '住房城乡建设/物业管理/门禁和对讲=7 days',
    '住房城乡建设/物业管理/物业收费=15 days', '住房城乡建设/物业管理/绿化养护=15 days',
    '住房城乡建设/物业管理/保安和秩序=7 days', '住房城乡建设/房屋修缮/屋面漏水=7 days',
    '住房城乡建设/房屋修缮/上下水堵漏=24 hours', '住房城乡建设/房屋修缮/外墙和保温=15 days',
    '住房城乡建设/房屋修缮/楼道和门窗=7 days', '住房城乡建设/小区配套/充电设施=15 days',
    '住房城乡建设/小区配套/晾晒设施=15 days', '住房城乡建设/小区配套/路面和台阶=15 days',
    '住房城乡建设/小区配套/健身和休息=15 days', '住房城乡建设/老旧小区/加装电梯=15 days',
    '住房城乡建设/老旧小区/综合整治=15 days', '市政公用/供水/停水=2 hours', '市政公用/供水/水压和水质=24 hours',
    '市政公用/供电/停电=2 hours', '市政公用/供电/路灯和楼道灯=24 hours', '市政公用/供气/漏气=2 hours',
    '市政公用/供气/停气=2 hours', '市政公用/供热/不热=24 hours', '市政公用/供热/漏水=2 hours',
    '市政公用/道路/出行不便=15 days', '市政公用/道路/井盖缺失=2 hours', '生态环境/噪声/居民生活噪声=7 days',
    '生态环境/噪声/施工噪声=24 hours', '生态环境/噪声/广场舞和音响=7 days', '生态环境/异味/油烟=7 days',
    '生态环境/异味/下水返味=24 hours', '城市管理/垃圾/分类和清运=24 hours', '城市管理/垃圾/大件和装修垃圾=7 days',
    '城市管理/违法建设/私搭乱建=15 days', '城市管理/占道/占用消防通道=24 hours', '城市管理/占道/楼道堆物=7 days',
    '城市管理/宠物/遛狗不牵绳=7 days', '公共安全/消防/充电和飞线=24 hours', '公共安全/消防/设施损坏=24 hours',
    '公共安全/治安/邻里纠纷=7 days', '公共安全/高空/抛物和坠物=24 hours', '民政和社会保障/养老/助餐助浴=7 days',
    '民政和社会保障/养老/独居照看=24 hours', '民政和社会保障/救助/临时困难=7 days',
    '民政和社会保障/残疾人/无障碍=15 days', '社区事务/居委会/办事和证明=24 hours',
    '社区事务/居委会/活动和场地=7 days', '社区事务/居委会/工作人员态度=7 days', '其他/其他/其他=7 days']
  loop
    names := string_to_array(split_part(line, '=', 1), '/');
    tier := split_part(line, '=', 2);
    parent := null;
    for depth in 1..3 loop
      insert into public.case_category (community_id, parent_id, name, tier_id)
        values (community, parent, names[depth], case when depth = 3 then (select t.id from public.case_tier t
          where t.community_id = community and t.amount || ' ' || t.measure = tier) end)
        on conflict do nothing;
      select c.id into node from public.case_category c where c.community_id = community
        and c.parent_id is not distinct from parent and c.name = names[depth];
      parent := node;
    end loop;
  end loop;
  insert into public.reply_template (community_id, name, body)
    values (community, '已经办好', '{称呼}，您反映的“{事情}”（{地点}）已经办好。如果没有解决，请回一声，我们接着办。{单位}'),
      (community, '还要些时间', '{称呼}，您反映的“{事情}”（{地点}）我们看过了，一时办不完。原因和时间：'),
      (community, '转给别处', '{称呼}，您反映的“{事情}”不归社区管，已经转给有权办的单位，编号{编号}，进展我们接着问。')
    on conflict do nothing;
end $$;--> statement-breakpoint
select begin_handling(c.id) from community c;--> statement-breakpoint
-- Whose they are nobody has seen yet: a day from when they came.
update cases set due_at = received_at + interval '24 hours';
--> statement-breakpoint
create trigger append_only before update or delete on case_event
  for each row execute function refuse_but_taking_away('words');--> statement-breakpoint
create trigger append_only_table before truncate on case_event for each statement execute function refuse_change();--> statement-breakpoint
create trigger append_only before update or delete on case_look for each row execute function refuse_change();--> statement-breakpoint
create trigger append_only_table before truncate on case_look for each statement execute function refuse_change();--> statement-breakpoint
-- Cases that are alike are found by what they say.
create index cases_similar on cases using gin ((title || ' ' || place) gin_trgm_ops);
--> statement-breakpoint
create index case_content_words on case_content using gin (words gin_trgm_ops);--> statement-breakpoint
create index case_content_phone on case_content (phone, community_id) where phone <> '';
