<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>groundshift</name>
    <message>
      <location filename="../../plugin.py" />
      <source>Explorer: series, profiles, animation</source>
      <translation>形变查看器：序列、剖面、动画</translation>
    </message>
    <message>
      <location filename="../../plugin.py" />
      <source>Start: what can I do with my data?</source>
      <translation>开始：我的数据能做什么？</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>0 for no limit; points without one pass.</source>
      <translation>0 表示不限；没有该值的点保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Area (km2)</source>
      <translation>面积（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas</source>
      <translation>形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 1</source>
      <translation>质量为 1 的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 2</source>
      <translation>质量为 2 的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 3</source>
      <translation>质量为 3 的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Areas of quality 4</source>
      <translation>质量为 4 的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Between two rates.</source>
      <translation>相邻两个速率之间。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Both together</source>
      <translation>两者合并</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Both, in areas of their own</source>
      <translation>两者分别成区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Clusters</source>
      <translation>聚类</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>DBSCAN: farthest neighbour; HDBSCAN: longest step within a cluster; 3 resolutions if empty.</source>
      <translation>DBSCAN：最远邻点距离；HDBSCAN：聚类内的最大步长；留空取 3 倍分辨率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Delaunay triangulation</source>
      <translation>Delaunay 三角剖分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Density (DBSCAN)</source>
      <translation>密度（DBSCAN）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Density hierarchy (HDBSCAN)</source>
      <translation>密度层次（HDBSCAN）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Distance of density clusters (m)</source>
      <translation>密度聚类的距离（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>End of the sweep (mm/yr)</source>
      <translation>扫描终值（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Every point with what became of it and its area.</source>
      <translation>所有点，及其处理结果和所属形变区。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>False discovery rate</source>
      <translation>错误发现率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Field of coherences</source>
      <translation>相干性字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Field of rates</source>
      <translation>速率字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Field of standard deviations</source>
      <translation>标准差字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Finds where the ground moves: leaves out isolated points and points unlike their neighbours, selects those that move (a fixed rate, a multiple of the map's spread, or a sweep of rates that gives areas within areas), joins neighbours, and describes every area: size, rates, accumulated motion, mean series, noise in time and space, and a quality from 1 (reliable) to 4 (discard). Noise indices are shares of variance: 0 is a clean signal, 1 is noise. Quality is 1 up to 0.2 of the worse of the two, 2 up to 0.5, 3 up to 0.8; without series it is 2 at best, from the rates alone.</source>
      <translation>查找地面形变的位置：剔除孤立点和与邻点不一致的点，选出移动的点（固定速率、全图离散度的倍数，或用一系列速率扫描得到区中之区），连接邻近点，并描述每个区：大小、速率、累积形变、平均序列、时间和空间噪声，以及从 1（可靠）到 4（舍弃）的质量等级。噪声指数为方差占比：0 为纯净信号，1 为噪声。两者中较差者不超过 0.2 时质量为 1，不超过 0.5 为 2，不超过 0.8 为 3；没有序列时仅由速率判断，最高为 2。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Fixed threshold</source>
      <translation>固定阈值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For a velocity raster; mm/yr.</source>
      <translation>用于速率栅格；mm/yr。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For dbscan and hdbscan: a difference in rate that separates as much as the distance does; 0 for clusters in space alone.</source>
      <translation>用于 dbscan 和 hdbscan：与上述距离具有同等分隔作用的速率差；0 表示仅按空间聚类。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For fixed, and where a sweep begins.</source>
      <translation>用于 fixed，也是扫描的起始值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>For sigma and robust sigma.</source>
      <translation>用于 sigma 和 robust sigma。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Guessed from the usual names if empty; - for none (rates are fitted to the dates then). Rates down the slope may be given, too.</source>
      <translation>留空则按常用名称识别；- 表示无（此时由各日期拟合速率）。也可给出沿坡向速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Guessed if empty; - for none.</source>
      <translation>留空则自动识别；- 表示无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Hold the share of false ones among the hot spots at that level (Benjamini and Hochberg 1995), not that among all points.</source>
      <translation>将热点中虚假者的比例（而非其占全部点的比例）控制在该水平（Benjamini and Hochberg 1995）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Hot spots (Getis-Ord Gi*)</source>
      <translation>热点（Getis-Ord Gi*）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>In the window, the point itself included; points that differ more from their neighbours are left out.</source>
      <translation>窗口内，含该点自身；与邻点差异更大的点被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Largest Z-score</source>
      <translation>最大 Z 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Level of the test.</source>
      <translation>检验的显著性水平。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Longest edge (m)</source>
      <translation>最长边（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Lowest threshold (mm/yr)</source>
      <translation>最低阈值（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Minimum coherence</source>
      <translation>最低相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Minimum number of points</source>
      <translation>最少点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Moving points</source>
      <translation>移动点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Multiple of the robust spread (MAD)</source>
      <translation>稳健离散度的倍数（MAD）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Multiple of the standard deviation</source>
      <translation>标准差的倍数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of an area.</source>
      <translation>每个形变区。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of displacements, and of rates by year. The unit that a raster states itself wins.</source>
      <translation>位移的单位，也是每年速率的单位。栅格自身注明的单位优先。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of the circle around a point; 1.3 resolutions if empty. Points whose circles overlap belong together.</source>
      <translation>每个点周围圆的半径；留空取 1.3 倍分辨率。圆相互重叠的点归为一组。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Of the triangulation; 3 resolutions if empty.</source>
      <translation>三角网的边；留空取 3 倍分辨率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Overlapping circles</source>
      <translation>重叠圆</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points in areas</source>
      <translation>形变区内的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points or velocity raster</source>
      <translation>点或速率栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points that pass the filters</source>
      <translation>通过筛选的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Points without one pass.</source>
      <translation>没有该值的点保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Polygons with counts, rates, accumulated motion, noise, quality, mean series.</source>
      <translation>多边形，含点数、速率、累积形变、噪声、质量和平均序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Radius of influence (m)</source>
      <translation>影响半径（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Radius; 2 resolutions if empty, 0 for no filter. Points without a neighbour in it are left out.</source>
      <translation>半径；留空取 2 倍分辨率，0 表示不滤波。半径内没有邻点的点被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Rate (mm/yr)</source>
      <translation>速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Rate that counts as the distance (mm/yr)</source>
      <translation>与距离等效的速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Rates along the line of sight, positive towards the satellite: points with velocity_mm_yr (or VEL, mean_velocity ...) and, where they have them, a field for each date (DYYYYMMDD); StaMPS' tables (CSV); or a raster of rates, each cell a point.</source>
      <translation>视线向速率，朝向卫星为正：含 velocity_mm_yr（或 VEL、mean_velocity 等）的点，若有则每个日期一个字段（DYYYYMMDD）；StaMPS 表格（CSV）；或速率栅格，每个像元为一个点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Resolution (m)</source>
      <translation>分辨率（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Significance of hot spots</source>
      <translation>热点显著性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Step of the sweep (mm/yr)</source>
      <translation>扫描步长（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Sweep of thresholds</source>
      <translation>阈值扫描</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>The last rate at most.</source>
      <translation>最多到该速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>The lengths below are multiples of it. If empty: a raster's cell, the spacing of points that are pixels, or 0.7 times the mean spacing of scattered points.</source>
      <translation>下列长度均为其倍数。留空则取：栅格像元大小、像元点的间距，或散布点平均间距的 0.7 倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Times sigma</source>
      <translation>sigma 的倍数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Turn the sign of rates and series.</source>
      <translation>反转速率和序列的符号。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>Window of the noise filter (m)</source>
      <translation>噪声滤波窗口（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>active deformation areas</source>
      <translation>活动形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>ada</source>
      <translation>ada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>apart: motion towards the satellite and away from it in areas of their own; both: together, as Barra et al. and Wang et al. have it; or one of the two only.</source>
      <translation>apart：朝向卫星与远离卫星的形变分别成区；both：合并，如 Barra et al. 和 Wang et al.；或仅取两者之一。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>circles: overlapping circles of influence; delaunay: a triangulation with long edges cut; dbscan, hdbscan: density in space and velocity; getis-ord: hot and cold spots of the rate.</source>
      <translation>circles：相互重叠的影响圆；delaunay：切除长边的三角网；dbscan、hdbscan：空间与速率的密度聚类；getis-ord：速率的热点与冷点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>cluster</source>
      <translation>聚类</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>dbscan</source>
      <translation>dbscan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>hdbscan</source>
      <translation>hdbscan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>hot spot</source>
      <translation>热点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/activeareas.py" />
      <source>robust sigma, sigma: |v| above so many times the map's spread (by the median, or the standard deviation); fixed: above a rate; sweep: a level of areas for each of several rates. Hot spots select by themselves.</source>
      <translation>robust sigma、sigma：|v| 大于全图离散度（由中位数或标准差得出）的若干倍；fixed：大于某一速率；sweep：对多个速率各得一级形变区。热点法自行选点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>0 takes 3 x 3 cells.</source>
      <translation>0 取 3 x 3 个像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>A class that holds one of these words (or parts of words), parted by commas.</source>
      <translation>类别名称包含其中任一词（或词的一部分）即可，以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>As above.</source>
      <translation>同上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Buildings and works</source>
      <translation>建筑与工程设施</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>CSV instead of the shipped rules, with the columns process, evidence, from, to, weight, needed.</source>
      <translation>代替内置规则的 CSV，包含列 process、evidence、from、to、weight、needed。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Classified areas</source>
      <translation>分类后的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Classify active areas</source>
      <translation>活动形变区分类</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Distance that is near (m)</source>
      <translation>视为邻近的距离（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Field: class of the ground</source>
      <translation>字段：地面类别</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>From the tool 'Decompose into up and east'.</source>
      <translation>来自工具“分解为垂直向与东西向”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Geology or land cover</source>
      <translation>地质或土地覆盖</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Landslide</source>
      <translation>滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mapped landslides</source>
      <translation>已编录滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mapped mining</source>
      <translation>已编录采矿区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mapped sinkholes</source>
      <translation>已编录岩溶塌陷</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Metres; slopes are needed for landslides and subsidence.</source>
      <translation>以米为单位；判别滑坡和沉降需要坡度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum known share</source>
      <translation>最低已知比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum lead</source>
      <translation>最小领先</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum rate for a direction (mm/yr)</source>
      <translation>可判定方向的最小速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Minimum score</source>
      <translation>最低得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Mining</source>
      <translation>采矿</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Needed with that layer.</source>
      <translation>给出该图层时必填。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Of (east, up); slower areas have no known direction.</source>
      <translation>（东，垂直）合速率；更慢的区方向不明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Of a class.</source>
      <translation>某一类别的得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Of the weights of a class' rules.</source>
      <translation>占某一类别规则总权重的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Over the second score.</source>
      <translation>相对第二高得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Polygons of 'Active areas', with mean_mm_yr.</source>
      <translation>“活动形变区”的多边形，含 mean_mm_yr。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Polygons with classes of the ground.</source>
      <translation>含地面类别的多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Polygons, lines or points: an area counts fully from a fifth of it inside of polygons, or where it holds a line or point; half where it is near.</source>
      <translation>多边形、线或点：形变区有五分之一在多边形内，或其中含有线或点时计满分；邻近时计一半。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Radius of slopes (m)</source>
      <translation>坡度半径（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Rate to the east (mm/yr)</source>
      <translation>向东速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Rate upwards (mm/yr)</source>
      <translation>向上速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Scores what may be behind each active area: landslide, subsidence, sinkhole, settlement of buildings and works, or mining, by rules on slope, size and shape, what is mapped there, the ground, and the direction of motion from two orbits. Every score comes with what each rule counted, as text and numbers; where evidence is weak or two explanations are close, the area stays 'unclassified'. Scores from 0 to 1 rank explanations, they are no calibrated probabilities.</source>
      <translation>对每个活动形变区的可能成因打分：滑坡、沉降、岩溶塌陷、建筑与工程设施沉降或采矿，规则依据坡度、大小与形状、当地已编录的对象、地面类别以及双轨得到的形变方向。每个得分都附有各条规则的贡献（文字和数值）；证据不足或两种解释接近时，该区保持“未分类”（unclassified）。得分从 0 到 1，用于对解释排序，并非经过标定的概率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Settlement</source>
      <translation>建筑沉降</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Sinkhole</source>
      <translation>岩溶塌陷</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Subsidence</source>
      <translation>沉降</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Table of rules</source>
      <translation>规则表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>The areas with class, scores and evidence.</source>
      <translation>形变区，含类别、得分和证据。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>To what is mapped.</source>
      <translation>到已编录对象的距离。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Unclassified</source>
      <translation>未分类</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Words for compressible ground</source>
      <translation>可压缩地层关键词</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>Words for soluble ground</source>
      <translation>可溶性地层关键词</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>mining</source>
      <translation>采矿</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>rules</source>
      <translation>规则</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>settlement</source>
      <translation>建筑沉降</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/classifyareas.py" />
      <source>sinkhole</source>
      <translation>岩溶塌陷</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>1 (best) to 4; where empty: quality.</source>
      <translation>1（最好）到 4；留空取：quality。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>All (km or number)</source>
      <translation>总计（km 或个数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Along the line of sight or the slope; its size counts. Where empty: slope_velocity_mm_yr, mean_slope_mm_yr, mean_mm_yr, median_mm_yr or velocity_mm_yr, the first that is there.</source>
      <translation>视线向或沿坡向；取其绝对值。留空则取 slope_velocity_mm_yr、mean_slope_mm_yr、mean_mm_yr、median_mm_yr 或 velocity_mm_yr 中第一个存在的字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Areas by what they expose</source>
      <translation>按暴露对象排序的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Areas with anything in or near them</source>
      <translation>内部或附近有承灾体的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>As for the rate. 4 reaches an angular distortion of 1/500, at which buildings crack, in 50 years.</source>
      <translation>同速率。4 对应 50 年内角变形达到 1/500，此时建筑物开裂。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Distance of points (m)</source>
      <translation>点的搜索距离（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Elements with an exposed part</source>
      <translation>有暴露部分的承灾体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Exposed elements</source>
      <translation>暴露的承灾体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Exposed segments or objects</source>
      <translation>暴露的分段或对象</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Exposure to active areas</source>
      <translation>活动形变区暴露分析</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: gradient of the areas (mm/yr over 100 m)</source>
      <translation>字段：形变区的梯度（mm/yr，每 100 m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: kind of the elements</source>
      <translation>字段：承灾体类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: name of the areas</source>
      <translation>字段：形变区名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: quality of the areas</source>
      <translation>字段：形变区质量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: rate of the areas (mm/yr)</source>
      <translation>字段：形变区速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Field: rate of the points (mm/yr)</source>
      <translation>字段：点的速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Finds the roads, railways, pipes (lines), buildings (polygons) or other objects (points) that lie in active areas or near them. Lines are cut into segments. Each segment or object is scored from 0 to 100 by rate, gradient, quality of the area and position, and ranked; columns hold every part of the score and say why. Rates and gradients come from measurement points around it where these are given, else from the area. Totals by kind and by area come out as a table.</source>
      <translation>查找位于活动形变区内或其附近的道路、铁路、管道（线）、建筑物（多边形）或其他对象（点）。线被切分为分段。每个分段或对象按速率、梯度、形变区质量和位置从 0 到 100 打分并排序；各列给出得分的每个组成部分及原因。给出测量点时，速率和梯度取自周围的测量点，否则取自形变区。按类型和形变区的汇总以表格输出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>From 0 to 1; areas of unknown quality get 0.6.</source>
      <translation>从 0 到 1；质量未知的形变区取 0.6。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Highest score</source>
      <translation>最高得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>In areas (km or number)</source>
      <translation>形变区内（km 或个数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>In or near areas (km or number)</source>
      <translation>形变区内或附近（km 或个数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Length of segments (m)</source>
      <translation>分段长度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Limits of the gradient (mm/yr over 100 m)</source>
      <translation>梯度界限（mm/yr，每 100 m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Limits of the rate (mm/yr)</source>
      <translation>速率界限（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Lines are cut into segments of this length; the last one takes the rest.</source>
      <translation>线按此长度切分；余下部分归入最后一段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Lines, polygons or points, in any CRS. Run the tool once for each layer; scores can be compared between them.</source>
      <translation>线、多边形或点，任意 CRS。每个图层运行一次；各图层的得分可相互比较。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Measurement points</source>
      <translation>测量点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Of high or very high class (km or number)</source>
      <translation>高或极高等级（km 或个数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Points so far from a segment or object speak for it.</source>
      <translation>距分段或对象在此范围内的点用于代表它。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Points with rates: their median within the distance below replaces the area's rate (from 3 points on; inside of an area only where it is larger), and a plane through them gives the gradient (from 5 points on).</source>
      <translation>含速率的点：以下距离内的中位数代替形变区速率（至少 3 个点；在形变区内仅当其更大时），过这些点的平面给出梯度（至少 5 个点）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Polygons, such as those of 'Active areas', with a rate and a quality.</source>
      <translation>含速率和质量的多边形，如“活动形变区”的结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Rates that score 0.25, 0.5, 0.75 and 1; linear in between.</source>
      <translation>得分为 0.25、0.5、0.75 和 1 的速率；其间线性内插。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Roads, railways or buildings</source>
      <translation>道路、铁路或建筑物</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Segments of lines, polygons or points in or near areas, the highest score first.</source>
      <translation>形变区内或附近的线分段、多边形或点，得分最高者在前。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Segments or objects</source>
      <translation>分段或对象</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Share of the gradient in the score, where it is known.</source>
      <translation>梯度在得分中的占比（已知梯度时）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>The active areas with what lies in and near them, and their rank.</source>
      <translation>活动形变区，含其内部和附近的对象及排名。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Totals</source>
      <translation>汇总</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Totals are given for each kind, such as classes of roads.</source>
      <translation>按每种类型（如道路等级）给出汇总。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Weight of the gradient</source>
      <translation>梯度的权重</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Weights of the quality indices 1 to 4</source>
      <translation>质量指数 1 到 4 的权重</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>What is farther from every area is not exposed.</source>
      <translation>与所有形变区的距离都大于此值的对象视为未暴露。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Where empty: area_id, or the fid.</source>
      <translation>留空则取：area_id 或 fid。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Where empty: gradient_mm_yr_100m, or the range of the rates (max_mm_yr - min_mm_yr) over half of the area's extent, as a rough stand-in.</source>
      <translation>留空则取：gradient_mm_yr_100m，或以速率范围（max_mm_yr - min_mm_yr）除以形变区尺度的一半作粗略代替。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>Where empty: slope_velocity_mm_yr, velocity_mm_yr or another usual name.</source>
      <translation>留空则取：slope_velocity_mm_yr、velocity_mm_yr 或其他常用名称。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>buildings</source>
      <translation>建筑物</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>infrastructure</source>
      <translation>基础设施</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>km or number by kind, by area and by class.</source>
      <translation>按类型、形变区和等级统计的 km 或个数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>railways</source>
      <translation>铁路</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>ranking</source>
      <translation>排序</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>risk</source>
      <translation>风险</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>roads</source>
      <translation>道路</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/exposure.py" />
      <source>vulnerability</source>
      <translation>易损性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>All fields of the sites, the distance, band, fault, side, and the motion in the slope's frame where a displacement is given.</source>
      <translation>地点的全部字段，以及距离、距离带、断层、所在盘；给出位移时还有斜坡坐标系中的形变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Area, sites, density, expected number, range of random placement and p-values of each band.</source>
      <translation>每个距离带的面积、地点数、密度、期望数、随机布点的范围和 p 值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Around the faults</source>
      <translation>在断层周围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Around the sites</source>
      <translation>在场点周围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Bands of distance (km)</source>
      <translation>距离带（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Clark and Evans' ratio of nearest neighbours</source>
      <translation>Clark and Evans 最近邻比率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Come out as fault_ and the field's name.</source>
      <translation>输出时字段名前加 fault_。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Density in the first band over the mean</source>
      <translation>首个距离带密度与平均密度之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacement to the east</source>
      <translation>向东位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacement to the north</source>
      <translation>向北位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacement up</source>
      <translation>向上位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Displacements (or mm a year) up to this size get no quadrant.</source>
      <translation>不超过此值的位移（或 mm/年）不划分象限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Distance to faults</source>
      <translation>到断层的距离</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Ends of the bands; a last one lies beyond.</source>
      <translation>各带的外边界；最后一带为其以外的范围。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Fault traces</source>
      <translation>断层迹线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Faults</source>
      <translation>断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Faults dip to the right of their trace</source>
      <translation>断层向迹线右侧倾斜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: dip</source>
      <translation>字段：倾角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: direction of dip</source>
      <translation>字段：倾向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: kind of the fault</source>
      <translation>字段：断层类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Field: name of the fault</source>
      <translation>字段：断层名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Flat up to (degrees)</source>
      <translation>视为平地的最大坡度（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Further fields of the fault to hand on</source>
      <translation>要传递的其他断层字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Gentler slopes get no quadrant.</source>
      <translation>更缓的斜坡不划分象限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Guessed from the usual names where empty (name, fs_name ...).</source>
      <translation>留空则按常用名称识别（name、fs_name ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Guessed where empty (slip_type, type ...).</source>
      <translation>留空则自动识别（slip_type、type ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>In metres: slope and aspect at the sites.</source>
      <translation>以米为单位：用于计算地点的坡度和坡向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Kinds that are no faults</source>
      <translation>非断层的类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Landslides or active areas</source>
      <translation>滑坡或活动形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Letters such as SW, or degrees; guessed where empty (dip_dir ...). The side to which most of the trace agrees with it counts.</source>
      <translation>方位字母（如 SW）或度数；留空则自动识别（dip_dir ...）。取与迹线大部分相符的一侧。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Lines, in any CRS.</source>
      <translation>线，任意 CRS。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Mean distance of sites (km)</source>
      <translation>地点的平均距离（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Mean distance of the study area (km)</source>
      <translation>研究区的平均距离（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Measures how far landslides (points or polygons) or active areas lie from the nearest fault, along the ground on the ellipsoid, over any distance and between layers of different CRS. Hands on that fault's attributes and the wall (hanging or foot) on which a site lies, counts sites by bands of distance, and compares their density with sites placed at random in the study area. With a 3-D displacement field and an elevation model, it gives the motion at each site in the frame of its slope (down, along and up) and its quadrant, compared with the slopes of the study area.</source>
      <translation>量算滑坡（点或多边形）或活动形变区到最近断层的距离，沿椭球面计算，距离不限，图层可用不同 CRS。传递该断层的属性和地点所在的盘（上盘或下盘），按距离带统计地点数，并将其密度与研究区内随机布设的地点比较。有 3D 位移场和高程模型时，给出每个地点在其斜坡坐标系中的形变（顺坡、沿等高线和垂直）及其象限，并与研究区的斜坡比较。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Median distance of sites (km)</source>
      <translation>地点的中位距离（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Monte Carlo</source>
      <translation>蒙特卡洛</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Numbers or tuples such as (75,60,90), of which the first one counts; guessed where empty (average_dip, dip ...).</source>
      <translation>数值或元组，如 (75,60,90)，取其第一个；留空则自动识别（average_dip、dip ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>On any grid, in the same unit.</source>
      <translation>任意格网，单位相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>One in each of as many equal cells: their distances give the areas of the bands.</source>
      <translation>在同样多的等面积单元中各取一个：其距离给出各带的面积。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Places that sample the study area</source>
      <translation>研究区采样点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Plot (PNG)</source>
      <translation>图（PNG）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Points or polygons, in any CRS; a table (CSV) with columns lon and lat will do. A polygon counts at its middle, or a point on it.</source>
      <translation>点或多边形，任意 CRS；也可用含 lon 和 lat 列的表格（CSV）。多边形取其中心或其内一点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Polygons in which sites were looked for, and faults mapped. Sea and plains inside count as ground without sites, so cut them out.</source>
      <translation>调查过地点且填绘过断层的多边形范围。范围内的海域和平原会被计作没有地点的地面，应予剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Random placements</source>
      <translation>随机布点次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Raster of a 3-D displacement field or of its rate.</source>
      <translation>3D 位移场或其速率的栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Report (HTML)</source>
      <translation>报告（HTML）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites</source>
      <translation>地点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites in the study area</source>
      <translation>研究区内的地点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites on a footwall</source>
      <translation>下盘上的地点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites on a hanging wall</source>
      <translation>上盘上的地点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites that move together (km)</source>
      <translation>共同移动的地点间距（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites with their nearest fault</source>
      <translation>地点及其最近断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Sites within so many kilometres of one another, as one storm sets them off, are moved as a whole in random placements. If empty, the distances of pairs of sites tell the clusters that random placements have, also of clusters that run into one another. 0 places each on its own, which makes clustered sites look significant near anything.</source>
      <translation>彼此相距不超过此公里数的地点（如同一场暴雨引发的）在随机放置中作为整体移动。留空时，由各对地点之间的距离得出随机放置所具有的聚集，包括相互重叠的聚集。0 表示逐个放置，这会使聚集的地点在任何东西附近都显得显著。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Slope and aspect are those of planes over so many metres; 0 takes 3 x 3 cells.</source>
      <translation>坡度和坡向取自该尺度（米）上的拟合平面；0 取 3 x 3 个像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Still up to (mm)</source>
      <translation>视为静止的最大位移（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Study area</source>
      <translation>研究区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Study area (km2)</source>
      <translation>研究区（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Study area where no layer is given</source>
      <translation>未给图层时的研究区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Table of bands</source>
      <translation>距离带表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The convex hull of the sites, or of the faults.</source>
      <translation>地点的凸包，或断层的凸包。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The plot of density by band, and the table.</source>
      <translation>各距离带的密度图及表格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The same seed gives the same random numbers.</source>
      <translation>相同的种子产生相同的随机数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>The smallest p-value is 1 / (1 + runs).</source>
      <translation>最小 p 值为 1 / (1 + 次数)。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Unit of the displacement</source>
      <translation>位移的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Where no direction is known: for inventories drawn by the right-hand rule.</source>
      <translation>用于倾向不明的情况：按右手定则绘制的编目。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>Words of the field of kinds, parted by commas; such lines are left out.</source>
      <translation>类型字段中的词，以逗号分隔；这类线被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>auto takes what the rasters say.</source>
      <translation>auto 采用栅格自身的说明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>density</source>
      <translation>密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>fault</source>
      <translation>断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>hanging wall</source>
      <translation>上盘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>inventory</source>
      <translation>编目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>p-value of the distances as a whole</source>
      <translation>整体距离的 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>p-value of the first band</source>
      <translation>首个距离带的 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/faultdistance.py" />
      <source>p-value: nearer than at random</source>
      <translation>p 值：比随机布点更近</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Active areas (km2)</source>
      <translation>活动形变区（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Area of the report</source>
      <translation>报告区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>At most so many, each with its series.</source>
      <translation>最多这么多个，每个附其序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Distance between worst points (m)</source>
      <translation>最差点之间的距离（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>From top to bottom, drawn as they are styled; active areas and points if empty.</source>
      <translation>从上到下，按其样式绘制；留空则绘制形变区和点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Instead of polygons.</source>
      <translation>代替多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Layers of the map</source>
      <translation>地图图层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Moving from (mm/yr)</source>
      <translation>起算速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Number of worst points</source>
      <translation>最差点个数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Of 'Active areas', 'Slope areas' or 'Classify active areas'.</source>
      <translation>来自“活动形变区”、“斜坡形变区”或“活动形变区分类”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Of points nearer to each other only the worst is shown.</source>
      <translation>相距更近的点中仅显示最差的一个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Of the page.</source>
      <translation>页面的标题。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>One page for a browser.</source>
      <translation>供浏览器查看的单页。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Points that move away</source>
      <translation>远离卫星的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Points that move towards</source>
      <translation>朝向卫星的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Points with a rate</source>
      <translation>有速率的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Polygons; only points within and active areas that touch them are told of. All points if empty.</source>
      <translation>多边形；仅报告其内的点和与之接触的形变区。留空则取全部点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Rate of the worst point (mm/yr)</source>
      <translation>最差点的速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Rates from which on points are counted.</source>
      <translation>达到该速率的点计入统计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Report (PDF)</source>
      <translation>报告（PDF）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Report of an area</source>
      <translation>区域报告</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>The same on A4.</source>
      <translation>同样内容的 A4 版。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>There is nothing to draw on the map; it is left out.</source>
      <translation>没有可绘制的地图内容，已略去地图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Worst points shown</source>
      <translation>显示的最差点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>Writes a page about an area: a picture of the map with the worst points numbered, the rates as table and histogram, the points that surely move fastest with their series and whether they move faster of late, the active areas by quality and rate, and the parameters of the runs that made the layers. Everything is in the one file.</source>
      <translation>生成某一区域的报告页：标注最差点编号的地图、速率表格与直方图、确定移动最快的点及其序列和近期是否加速、按质量和速率列出的活动形变区，以及生成这些图层时的运行参数。全部内容在一个文件中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>html</source>
      <translation>html</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>or rectangle of the report</source>
      <translation>或报告的矩形范围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>pdf</source>
      <translation>pdf</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>print</source>
      <translation>打印</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>statistics</source>
      <translation>统计</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/report.py" />
      <source>summary</source>
      <translation>摘要</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Active areas that are no slope areas, with the reason.</source>
      <translation>不属于斜坡形变区的活动形变区及其原因。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Areas of two orbits are one where they share that part of the smaller one.</source>
      <translation>两条轨道的形变区若共有较小者的这一比例，则视为同一区。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Areas of which more is in layover, in shadow or along the beam are removed; 0 to 1.</source>
      <translation>处于叠掩、阴影或平行波束的部分超过此比例的形变区被移除；0 到 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Areas on gentler ground are removed.</source>
      <translation>位于更缓地面的形变区被移除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Classes that the tool 'Radar visibility' wrote for this orbit; computed from the elevation model and the look angles if empty.</source>
      <translation>工具“雷达可视性”为该轨道输出的分类；留空则由高程模型和观测角计算。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Field of coherences of the second orbit</source>
      <translation>第二轨道的相干性字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Field of rates of the second orbit</source>
      <translation>第二轨道的速率字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Field of standard deviations of the second orbit</source>
      <translation>第二轨道的标准差字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Finds slopes that move: active areas by the cut triangulation of moving points, less those on gentle ground and those in layover or shadow, which go to a layer of their own with the reason. With points of a second orbit (usually the other pass) both are merged into one set that says what each orbit has seen: motion, rest, no points, or that it is blind there. Rates of the two orbits are never averaged; the columns without a number are those of the orbit with more moving points.</source>
      <translation>查找移动的斜坡：由移动点的切边三角网得到活动形变区，去除缓坡上的以及处于叠掩或阴影中的区，后者连同原因写入单独图层。有第二轨道的点（通常为另一升降轨方向）时，两者合并为一套，并说明每条轨道的观测结果：移动、静止、无点或盲区。两条轨道的速率从不取平均；不带编号的列取自移动点较多的轨道。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Heights in metres.</source>
      <translation>高程以米为单位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Minimum mean slope (degrees)</source>
      <translation>最小平均坡度（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Of them moving in both orbits</source>
      <translation>其中两条轨道均移动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Overlap</source>
      <translation>重叠比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Points move above it, whatever the direction.</source>
      <translation>超过此值的点视为移动，不论方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Points or velocity raster of the second orbit</source>
      <translation>第二轨道的点或速率栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Polygons with rates, quality, slope and each orbit's evidence.</source>
      <translation>多边形，含速率、质量、坡度和每条轨道的证据。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Positive away from the satellite of the second orbit</source>
      <translation>第二轨道远离卫星为正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Removed areas</source>
      <translation>移除的形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Share that may be blind</source>
      <translation>允许的盲区比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Slope areas</source>
      <translation>斜坡形变区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Slopes are those of planes over that radius; 0 for 3 x 3 cells. Noise of elevation models makes gentle ground steep.</source>
      <translation>坡度取自该半径上的拟合平面；0 取 3 x 3 个像元。高程模型的噪声会使缓坡显得陡。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>Unit of the second orbit</source>
      <translation>第二轨道的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/slopeareas.py" />
      <source>slope</source>
      <translation>斜坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>0 for no limit; targets without one pass.</source>
      <translation>0 表示不限；没有该值的目标点保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>A landslide is only said to move with more than so many times what the targets' standard deviations alone would give, else it is not assessed; 0 for no such limit.</source>
      <translation>仅当滑坡速率超过目标点标准差单独所致值的若干倍时才判为移动，否则不作评价；0 表示无此限制。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Active areas outside of all landslides.</source>
      <translation>位于所有滑坡之外的活动形变区。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Activity as the inventory has it; where empty, former states are unknown. The classes of an earlier run of this tool (field activity) can be used.</source>
      <translation>编目中的活动性；留空则原状态未知。可使用本工具前次运行的类别（字段 activity）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Along the slope</source>
      <translation>沿坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Area of those that move (km2)</source>
      <translation>移动滑坡的面积（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Assessed</source>
      <translation>已评价</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Classes of activity</source>
      <translation>活动等级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Compared with the limits</source>
      <translation>与界限比较的值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Counts, shares and matrix.</source>
      <translation>数量、占比和矩阵。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Do not move and were active</source>
      <translation>现静止、原活动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Field: former class</source>
      <translation>字段：原类别</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Field: name of the landslides</source>
      <translation>字段：滑坡名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>For landslides that are points: circles stand for them, and their areas and counts are those of the circles.</source>
      <translation>用于以点表示的滑坡：以圆代替，其面积和点数按圆计算。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Former classes in neither list are unknown.</source>
      <translation>不在两个列表中的原类别视为未知。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Former classes, parted by commas; capitals do not matter.</source>
      <translation>原类别，以逗号分隔；不区分大小写。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>From this area on.</source>
      <translation>自该面积起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Judges mapped landslides by the measured rates within: mean size of the rates along the slope (or the line of sight) with its spread, class of activity, and state of activity against the former class. A landslide must hold enough targets for its area, 5 up to 0.05 km2 and 20 from 1 km2 on; others are 'not assessed', never 'stable'. Active areas outside of all landslides come out as candidates for new ones. A report has counts, shares and the matrix of classes before and now.</source>
      <translation>用滑坡范围内的实测速率评价已编录滑坡：沿坡向（或视线向）速率的平均大小及其离散度、活动等级，以及与原类别对比得到的活动状态。滑坡内的目标点数须与其面积相称：0.05 km2 以下为 5 个，1 km2 以上为 20 个；其余为“未评价”（not assessed），绝不记为“稳定”（stable）。位于所有滑坡之外的活动形变区作为新滑坡候选输出。报告给出数量、占比以及前后类别的矩阵。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Large landslides (km2)</source>
      <translation>大型滑坡（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Maximum share of a candidate in landslides</source>
      <translation>候选区在滑坡内的最大比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Mean of |rate|</source>
      <translation>|速率| 的平均值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Median of |rate|</source>
      <translation>|速率| 的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Minimum number.</source>
      <translation>最少数量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Minimum number; in between it grows linearly with the logarithm of the area.</source>
      <translation>最少数量；其间随面积的对数线性增加。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Move and were inactive</source>
      <translation>现移动、原不活动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Names with upper limits in mm/yr; the last class has none. The first one is at rest, the others move.</source>
      <translation>名称及其上限（mm/yr）；最后一级无上限。第一级为静止，其余为移动。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Not assessed</source>
      <translation>未评价</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Of the first class (stable)</source>
      <translation>属第一级（稳定）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Polygons of 'Active areas' or 'Slope areas', to find candidates for new landslides.</source>
      <translation>“活动形变区”或“斜坡形变区”的多边形，用于查找新滑坡候选。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Polygons; or points, for which circles can stand (see the advanced parameters).</source>
      <translation>多边形；或点，可用圆代替（见高级参数）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Quality index of active areas, 1 (best) to 4; areas without one pass.</source>
      <translation>活动形变区的质量指数，1（最好）到 4；没有该值的形变区保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Radius of circles (m)</source>
      <translation>圆的半径（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Rates are</source>
      <translation>速率类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Share of an active area (0 to 1) that may lie in mapped landslides.</source>
      <translation>活动形变区可位于已编录滑坡内的比例（0 到 1）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Small landslides (km2)</source>
      <translation>小型滑坡（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets</source>
      <translation>目标点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets in landslides</source>
      <translation>滑坡内的目标点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets of large landslides</source>
      <translation>大型滑坡的目标点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets of small landslides</source>
      <translation>小型滑坡的目标点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Targets without one pass.</source>
      <translation>没有该值的目标点保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>That move</source>
      <translation>移动的滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>The landslides with counts, rates, class, certainty and state of activity; their own fields are kept.</source>
      <translation>滑坡，含点数、速率、等级、可信度和活动状态；保留其原有字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Times the noise</source>
      <translation>噪声的倍数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Up to this area.</source>
      <translation>至该面积止。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Update a landslide inventory</source>
      <translation>更新滑坡编目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Updated inventory</source>
      <translation>更新后的编目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Where empty: the fid.</source>
      <translation>留空则取：fid。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Words for active</source>
      <translation>表示活动的词</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Words for inactive</source>
      <translation>表示不活动的词</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>Worst quality of a candidate</source>
      <translation>候选区的最差质量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>auto: along the slope where the field or band is named so (slope_velocity_mm_yr), else along the line of sight.</source>
      <translation>auto：字段或波段名为沿坡向速率（slope_velocity_mm_yr）时取沿坡向，否则取视线向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>candidates</source>
      <translation>候选区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>matrix</source>
      <translation>矩阵</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>mean size: of |v|, as the paper has it; noise alone gives 0.8 of the targets' standard deviation. median size: less moved by outliers. size of the mean: opposite motions cancel out, errors that neighbours share do not.</source>
      <translation>mean size：|v| 的平均值，与文献一致；仅噪声就会产生目标点标准差的 0.8 倍。median size：受离群值影响较小。size of the mean：相反方向的形变相互抵消，但邻点共有的误差不会。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>reactivated</source>
      <translation>复活</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>state of activity</source>
      <translation>活动状态</translation>
    </message>
    <message>
      <location filename="../../processing_provider/areas/updateinventory.py" />
      <source>|Mean rate|</source>
      <translation>|平均速率|</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>1: rate alone, 2: annual sine, 3: degree days.</source>
      <translation>1：仅速率，2：年正弦，3：度日。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Air temperature</source>
      <translation>气温</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Annual sine (%)</source>
      <translation>年正弦（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>CSV with a date and a temperature a row, °C ([K] or [°F] in the heading where it is not); several a day are averaged. From a year before the series on, at best.</source>
      <translation>CSV，每行一个日期和一个温度，单位 °C（否则在表头注明 [K] 或 [°F]）；一天多个值取平均。最好从序列开始前一年起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Degree days (%)</source>
      <translation>度日（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Fits a rate together with the heave and settlement that go with the root of freezing and thawing degree days of the air (Stefan), against a plain annual sine and against no season, by the Bayesian information criterion: rates, heave by root of a degree day and the lag of the ground behind the air with their errors, and both indices by year.</source>
      <translation>把速率与随气温冻结、融化度日平方根（斯特藩）变化的冻胀和融沉一同拟合，并与纯年正弦和无季节项相比，由贝叶斯信息准则选择：给出带误差的速率、每平方根度日的冻胀量和地面相对气温的滞后，以及逐年的两种指数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Frost heave by degree days</source>
      <translation>按度日的冻胀</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Ground</source>
      <translation>地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>How late the ground may be against the air.</source>
      <translation>地面相对气温最多可滞后多少。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>How much more the root of a degree day does when the season turns: frozen ground conducts better, snow keeps it warm. Empty: what suits a sample of the scene best.</source>
      <translation>换季后度日平方根的作用增大多少：冻土导热更好，雪则保温。空：取最适合场景样本的值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Ice and permafrost</source>
      <translation>冰与多年冻土</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>In which they are tried.</source>
      <translation>逐次尝试的步长。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Level of the lag's interval</source>
      <translation>滞后区间的置信水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Mean freezing index (°C days)</source>
      <translation>平均冻结指数（°C·日）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Mean thawing index (°C days)</source>
      <translation>平均融化指数（°C·日）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Median heave (mm by root of a degree day)</source>
      <translation>冻胀中位数（mm 每平方根度日）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Median lower end of its interval (days)</source>
      <translation>其区间下限的中位数（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Median share of the variance that the season explains</source>
      <translation>季节项解释方差比例的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Median upper end of its interval (days)</source>
      <translation>其区间上限的中位数（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Permafrost</source>
      <translation>多年冻土</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Pixels or points with a model</source>
      <translation>有模型的像元或点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Points with heave and lag</source>
      <translation>带冻胀与滞后的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Rate alone (%)</source>
      <translation>仅速率（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Rate, heave and lag</source>
      <translation>速率、冻胀与滞后</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Ratio of both seasons</source>
      <translation>两季之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Seasonal frost</source>
      <translation>季节冻土</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Share of the lags that lie within.</source>
      <translation>落在区间内的滞后所占比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Stefan</source>
      <translation>斯特藩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>Thawing and freezing index by year, and the mean motion of what goes with them: models, lag, chance.</source>
      <translation>逐年的融化与冻结指数，以及随之变化者的平均运动：模型、滞后、偶然性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>The same of each point, where points are what is given.</source>
      <translation>若给出的是点，则为每个点的同样结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>active layer</source>
      <translation>活动层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>auto: what explains the residuals of a sample of the scene best; the log says which. white: dates err independently; ar1: with a correlation time; flicker, random_walk: ever more over time; power_law: by a power of the frequency that is estimated.</source>
      <translation>auto：取最能解释场景样本残差的一种，日志会说明。white：各日期误差独立；ar1：有相关时间；flicker、random_walk：随时间增大；power_law：按估计的频率幂次。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>freezing index</source>
      <translation>冻结指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>frost heave</source>
      <translation>冻胀</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>permafrost: a layer thaws over frozen ground in summer; seasonal_frost: it freezes over thawed ground in winter; auto: by the mean of the air, below or above 0 °C.</source>
      <translation>permafrost：夏季冻土之上的一层融化；seasonal_frost：冬季融土之上的一层冻结；auto：按平均气温低于或高于 0 °C。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>thawing index</source>
      <translation>融化指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/frostseason.py" />
      <source>velocity_mm_yr, heave by root of a degree day, both with standard deviations; lag_days with its interval; share of the variance that the season explains; seasonal_mm from end to end; RMS of the residuals.</source>
      <translation>velocity_mm_yr、每平方根度日的冻胀量，均带标准差；lag_days 及其区间；季节项解释的方差比例；seasonal_mm 为峰谷差；残差的均方根。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>About six hundred cells if empty.</source>
      <translation>空则约取六百个单元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Cells</source>
      <translation>单元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Cells with lakes and motion known</source>
      <translation>湖泊与运动均已知的单元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Correlation of water and amplitude</source>
      <translation>水面与振幅的相关</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Correlation of water and rate</source>
      <translation>水面与速率的相关</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Density of lakes</source>
      <translation>湖泊密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Density of lakes and motion</source>
      <translation>湖泊密度与运动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Fields of the null, and of the bootstrap.</source>
      <translation>零假设随机场与自助法的次数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>In the mask; empty: all that is above 0.</source>
      <translation>掩膜中的值；空：所有大于 0 的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Its band named so, else band 1; of the same file as the rate where it holds both.</source>
      <translation>取该名称的波段，否则取第 1 波段；若同一文件两者都有，可与速率同用一个文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Its p</source>
      <translation>其 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Lakes</source>
      <translation>湖泊</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Least land with a value (%)</source>
      <translation>有值陆地的最小比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Length over which cells are alike (m)</source>
      <translation>单元彼此相似的长度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Lower end of its interval</source>
      <translation>其区间下限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Lower end of the amplitude's interval</source>
      <translation>振幅相关的区间下限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Of a cell's land; cells with less are left out. Snow, plants and wet ground leave gaps.</source>
      <translation>占单元陆地的比例；不足的单元略去。雪、植被和湿地会留下空缺。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Of the draws.</source>
      <translation>用于随机抽取。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Polygons; of each its area and its middle count.</source>
      <translation>多边形；计其面积与中心。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Share of true correlations that they shall hold.</source>
      <translation>区间应包含真实相关的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Share of water in a window as large as a cell about each fifth of one, %.</source>
      <translation>以每五分之一单元为中心、与单元同大的窗口内的水面比例，%。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Smaller ones are not counted as lakes.</source>
      <translation>更小的不计为湖泊。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Smallest lake (m²)</source>
      <translation>最小湖泊（m²）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Spearman's correlation of each pair of maps with interval, p, p adjusted for the number of pairs (Holm), and the p of cells that were strangers to each other.</source>
      <translation>每对图的斯皮尔曼相关及其区间、p、按对数校正的 p（Holm），以及假定单元彼此独立时的 p。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Such as of 'Thaw slumps and thawing ground' or 'Velocity models': band 1; its grid is that of the comparison.</source>
      <translation>如“热融滑塌与融化地面”或“速度模型”的结果：第 1 波段；比较采用其格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>The amplitude's p</source>
      <translation>振幅相关的 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>The table, motion by density of lakes, and how to read it.</source>
      <translation>表格、按湖泊密度的运动，以及如何解读。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Upper end of its interval</source>
      <translation>其区间上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Upper end of the amplitude's interval</source>
      <translation>振幅相关的区间上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Value of water</source>
      <translation>水体的值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Water (%)</source>
      <translation>水面（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Water mask</source>
      <translation>水体掩膜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>Whether ground with more or larger lakes subsides and heaves more: lakes by share of the area and by number against the rate and the seasonal amplitude of the land between them, in cells. Spearman's correlation with an interval by blocks as long as cells are alike, and a p that stays right where neighbours are alike.</source>
      <translation>湖泊更多或更大的地面是否沉降和冻胀更大：按单元，以湖泊面积比例和数量对比其间陆地的速率与季节振幅。给出斯皮尔曼相关，区间按与单元相似长度同长的分块求得，p 值在相邻单元相似时依然正确。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>lake_percent, lakes_km2, lakes, mean_mm_yr and amplitude_mm of the land, land_known (% of the land with a rate).</source>
      <translation>lake_percent、lakes_km2、lakes，陆地的 mean_mm_yr 与 amplitude_mm，land_known（有速率的陆地百分比）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>rank correlation</source>
      <translation>秩相关</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>spatial autocorrelation</source>
      <translation>空间自相关</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/lakedensity.py" />
      <source>thermokarst lakes</source>
      <translation>热喀斯特湖</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>1: stable, 2: linear subsidence, 3: abrupt thaw, 4: linear uplift.</source>
      <translation>1：稳定，2：线性沉降，3：突然融化，4：线性抬升。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Abrupt thaw (%)</source>
      <translation>突然融化（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>By volume.</source>
      <translation>按体积计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>By volume: porosity times saturation.</source>
      <translation>按体积计：孔隙度乘以饱和度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>By which it may be more or less: the range of the active layer's thickness.</source>
      <translation>可能偏高或偏低的量：给出活动层厚度的范围。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Classes of motion</source>
      <translation>运动类别</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Half-yearly part of the season</source>
      <translation>季节项的半年部分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Heave is no sine: the ground thaws and settles fast, and waits. Without this part what the sine leaves goes for noise, and slumps stay hidden.</source>
      <translation>冻胀并非正弦：地面融化沉降得快，然后停住。没有这一部分，正弦剩下的会被当作噪声，滑塌便被掩盖。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>In metres: polygons are on slopes between the next two values alone.</source>
      <translation>单位为米：多边形只取坡度在以下两个值之间之处。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Largest slope (degrees)</source>
      <translation>最大坡度（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Least rate (mm/yr)</source>
      <translation>最小速率（mm/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Least seasonal amplitude (mm)</source>
      <translation>最小季节振幅（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Least step (mm)</source>
      <translation>最小阶跃（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Level of the step's interval</source>
      <translation>阶跃区间的置信水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Linear subsidence (%)</source>
      <translation>线性沉降（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Linear uplift (%)</source>
      <translation>线性抬升（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Median lower end of its range (m)</source>
      <translation>其范围下限的中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Median thickness of the active layer (m)</source>
      <translation>活动层厚度中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Median upper end of its range (m)</source>
      <translation>其范围上限的中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Of a polygon.</source>
      <translation>多边形的面积。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Of polygons of abrupt thaw.</source>
      <translation>用于突然融化的多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Of polygons that subside or rise at a steady rate; 5 is the level used at Beiluhe.</source>
      <translation>用于匀速沉降或抬升的多边形；5 是北麓河研究所用的水平。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Of those polygons, too: ground that heaves has an active layer. 10 is the level used at Beiluhe; 0 takes all ground. Abrupt thaw does not need it.</source>
      <translation>同样用于这些多边形：有冻胀的地面才有活动层。10 是北麓河研究所用的水平；0 表示取所有地面。突然融化不需要它。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>On top of the soil.</source>
      <translation>位于土壤之上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Organic layer (m)</source>
      <translation>有机层（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Pixels or points with a class</source>
      <translation>有类别的像元或点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Points with their class</source>
      <translation>带类别的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Polygons</source>
      <translation>多边形</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Polygons of abrupt thaw</source>
      <translation>突然融化的多边形</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Range of the water content</source>
      <translation>含水量的范围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Rate, season and step</source>
      <translation>速率、季节项与阶跃</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Share of the steps whose date lies within.</source>
      <translation>日期落在区间内的阶跃所占比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Slumps and thawing ground</source>
      <translation>滑塌与融化地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Slumps need one: those of the Qinghai-Tibet corridor lie on 1.2 to 18.1 degrees.</source>
      <translation>滑塌需要坡度：青藏走廊的热融滑塌位于 1.2 至 18.1 度的坡上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Smallest area (m²)</source>
      <translation>最小面积（m²）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Stable (%)</source>
      <translation>稳定（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Steeper ground falls or slides for other reasons.</source>
      <translation>更陡的地面因其他原因崩落或滑动。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Takes the seasonal amplitude to the vertical for the active layer; 0: the motion is vertical already. Empty: as the series tells.</source>
      <translation>把季节振幅换算到垂直方向以求活动层；0：运动已是垂直的。空：按序列所述。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Tells ground that is stable from ground that subsides steadily and ground that thaws at once: a constant, a line, or a line with a step, each beside the seasonal heave, by the Bayesian information criterion in noise as correlated as the scene's. Rates, amplitudes and steps with their errors, dates of steps with their interval, polygons of slumps by slope and size, and the thickness of the active layer by the seasonal amplitude.</source>
      <translation>区分稳定地面、匀速沉降地面和突然融化的地面：常数、直线或带阶跃的直线，均与季节冻胀一同拟合，在与场景同样相关的噪声下用贝叶斯信息准则选择。给出带误差的速率、振幅与阶跃，带区间的阶跃日期，按坡度与大小筛选的滑塌多边形，以及由季节振幅得到的活动层厚度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Thaw slumps and thawing ground</source>
      <translation>热融滑塌与融化地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Thickness of the active layer</source>
      <translation>活动层厚度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Water content of the organic layer</source>
      <translation>有机层含水量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>Water content of the soil</source>
      <translation>土壤含水量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>active_layer_m with its range, by the seasonal amplitude and the soil's water content.</source>
      <translation>active_layer_m 及其范围，由季节振幅和土壤含水量得到。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>class, area_m2, pixels, medians of rate, step and amplitude with their standard deviations, step_date with its interval, slope_deg.</source>
      <translation>class、area_m2、pixels，速率、阶跃与振幅的中位数及其标准差，step_date 及其区间，slope_deg。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>retrogressive thaw slump</source>
      <translation>溯源热融滑塌</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>thermokarst</source>
      <translation>热喀斯特</translation>
    </message>
    <message>
      <location filename="../../processing_provider/cryosphere/thawslumps.py" />
      <source>velocity_mm_yr, the annual amplitude and the day of the year with the largest displacement towards the satellite, the step with its date in calendar years and the interval of that; all with standard deviations; RMS of the residuals.</source>
      <translation>velocity_mm_yr、年振幅及一年中朝向卫星位移最大的日子、阶跃及其以日历年表示的日期和区间；均带标准差；残差的均方根。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>All tables, archives and shapefiles in it.</source>
      <translation>其中的全部表格、压缩包和 shapefile。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Automatic</source>
      <translation>自动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Away from the satellite</source>
      <translation>背离卫星</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>By itself: towards the satellite, as in all the formats named above; 'away' turns all signs.</source>
      <translation>自动：朝向卫星，上述各格式均如此；“away”则反转全部符号。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>CRS of the coordinates</source>
      <translation>坐标的 CRS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Centimetres (cm)</source>
      <translation>厘米（cm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Columns by hand</source>
      <translation>手动指定列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Component</source>
      <translation>分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Cores</source>
      <translation>核心数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Data</source>
      <translation>数据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Dates</source>
      <translation>日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Day, month, year</source>
      <translation>日、月、年</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>EGMS points with an identifier that an earlier file had are the same point again (of another delivery, or a file given twice); by default the first one stays. Points of neighbouring bursts over the same ground always stay, told apart by track and burst.</source>
      <translation>若 EGMS 点的标识符已在先前文件中出现，则为同一点的重复（不同批次发布，或同一文件给出两次）；默认保留第一个。相邻 burst 在同一地面上的点总是保留，以轨道和 burst 区分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>East</source>
      <translation>东</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Extent</source>
      <translation>范围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Fastest rate away or down or west (mm/yr)</source>
      <translation>远离、向下或向西的最大速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Fastest rate towards or up or east (mm/yr)</source>
      <translation>朝向、向上或向东的最大速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Files</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Flight direction clockwise from north of a right-looking radar.</source>
      <translation>右视雷达的飞行方向，自北顺时针。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>For tables with x and y, and layers that do not tell theirs. EGMS is EPSG:3035, columns of longitude and latitude are EPSG:4326.</source>
      <translation>用于含 x 和 y 的表格，以及未注明 CRS 的图层。EGMS 为 EPSG:3035，经纬度列为 EPSG:4326。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Formats found</source>
      <translation>识别出的格式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>From the vertical, for points without look vectors or angles of their own; adds the line of sight together with the heading.</source>
      <translation>自垂直方向量起，用于没有视线向量或自身角度的点；与航向角一起添加视线向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>GeoPackage: velocity_mm_yr, velocity_std_mm_yr, coherence, height_m, angles and line of sight where known, the file's further columns, and DYYYYMMDD in mm.</source>
      <translation>GeoPackage：velocity_mm_yr、velocity_std_mm_yr、coherence、height_m、已知时的角度和视线向、文件的其他列，以及以 mm 为单位的 DYYYYMMDD。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Heading (degrees)</source>
      <translation>航向角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Import measurement points</source>
      <translation>导入测量点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Incidence (degrees)</source>
      <translation>入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Keep repeated points</source>
      <translation>保留重复点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Leave out below temporal coherence</source>
      <translation>时间相干性低于此值则排除</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Line of sight (LOS)</source>
      <translation>视线向（LOS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Mask</source>
      <translation>掩膜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Memory budget (MiB)</source>
      <translation>内存限额（MiB）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Memory for the blocks of the scene that are worked on at a time. Results do not depend on it.</source>
      <translation>同时处理的场景分块所用内存。结果与其无关。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Metres (m)</source>
      <translation>米（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Millimetres (mm)</source>
      <translation>毫米（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>MintPy's mask for its HDF5 files, instead of maskTempCoh.h5.</source>
      <translation>MintPy 的 HDF5 文件所用掩膜，代替 maskTempCoh.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Month, day, year</source>
      <translation>月、日、年</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Number of cores to use; all of them if empty.</source>
      <translation>使用的核心数；留空则使用全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Of column names such as 01/02/2020, which are refused where it cannot be told.</source>
      <translation>如 01/02/2020 这类列名的日期顺序；无法判断时拒绝读取。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Of displacements, and of rates by year. By itself: that of the format or of a column's name, else mm.</source>
      <translation>位移的单位，也是每年速率的单位。自动：取格式或列名所示，否则为 mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>One or many: .csv and other text, .zip with text or a shapefile inside (EGMS), .shp, .gpkg, .geojson, MintPy's timeseries.h5 or velocity.h5 (temporalCoherence.h5, maskTempCoh.h5, velocity.h5 and geometryGeo.h5 beside it are taken along).</source>
      <translation>一个或多个：.csv 及其他文本、内含文本或 shapefile 的 .zip（EGMS）、.shp、.gpkg、.geojson、MintPy 的 timeseries.h5 或 velocity.h5（同时读取旁边的 temporalCoherence.h5、maskTempCoh.h5、velocity.h5 和 geometryGeo.h5）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Only points inside.</source>
      <translation>仅读取其内的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Order of dates</source>
      <translation>日期顺序</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Points</source>
      <translation>点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Points below, or without one, are left out. 0 keeps what the product holds.</source>
      <translation>低于此值或没有该值的点被剔除。0 保留产品原有的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Points within 10 m of one of another file</source>
      <translation>与另一文件的点相距 10 m 以内的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Reads points with displacement series of the European Ground Motion Service (Basic, Calibrated and Ortho CSV, zipped or not), SARPROZ, StaMPS, SqueeSAR and other tables, shapefiles, and MintPy's HDF5; tells in the log what it found (format, dates, sign, unit, CRS, columns), and writes one layer in mm, positive towards the satellite, that all tools and viewers of series take. A rate or a standard deviation that a file lacks is fitted to its series.</source>
      <translation>读取含位移序列的点：欧洲地面运动服务（EGMS）的 Basic、Calibrated 和 Ortho CSV（压缩或未压缩）、SARPROZ、StaMPS、SqueeSAR 及其他表格、shapefile 和 MintPy 的 HDF5；在日志中说明识别结果（格式、日期、符号、单位、CRS、列），并写出一个以 mm 为单位、朝向卫星为正的图层，可用于所有工具和序列查看器。文件缺少的速率或标准差由其序列拟合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Repeated points</source>
      <translation>重复点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Towards the satellite</source>
      <translation>朝向卫星</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Up</source>
      <translation>垂直向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What columns hold where their names do not tell, by name or number: lon=1, lat=2, velocity=VLOS, velocity_std=5, 2020-01-31=6 (also x, y, coherence, height, incidence, heading, los_east, los_north, los_up). Tables without a line of names need it.</source>
      <translation>列名未说明时各列的含义，按列名或列号：lon=1、lat=2、velocity=VLOS、velocity_std=5、2020-01-31=6（还可用 x、y、coherence、height、incidence、heading、los_east、los_north、los_up）。没有列名行的表格必须给出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What comes out</source>
      <translation>输出内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What goes in</source>
      <translation>输入内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What is positive</source>
      <translation>正值方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>What the motion is along. By itself: the line of sight, and for EGMS Ortho what the file's name tells (..._U_... or ..._E_...).</source>
      <translation>形变的方向。自动：视线向；对 EGMS Ortho 则按文件名（..._U_... 或 ..._E_...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>Year, month, day</source>
      <translation>年、月、日</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>csv</source>
      <translation>csv</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>egms</source>
      <translation>egms</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>load</source>
      <translation>加载</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>mintpy</source>
      <translation>mintpy</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>ps</source>
      <translation>ps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>sarproz</source>
      <translation>sarproz</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>squeesar</source>
      <translation>squeesar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>stamps</source>
      <translation>stamps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importpoints.py" />
      <source>zip</source>
      <translation>zip</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Area</source>
      <translation>区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>As the product says</source>
      <translation>按产品说明</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Baseline table</source>
      <translation>基线表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Burst</source>
      <translation>Burst</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Columns</source>
      <translation>列数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Complex conjugate</source>
      <translation>复共轭</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Complex rasters</source>
      <translation>复数栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>File pattern</source>
      <translation>文件名模式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>First date</source>
      <translation>起始日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Flat-earth and terrain phase is off (1) or in (0)</source>
      <translation>平地与地形相位已去除（1）或保留（0）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Flight direction clockwise from north, where the product has none.</source>
      <translation>飞行方向，自北顺时针；用于产品未给出时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Folder of images</source>
      <translation>影像文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Folder of range differences</source>
      <translation>斜距差文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Format found</source>
      <translation>识别出的格式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>From the vertical, where the product has none.</source>
      <translation>自垂直方向量起，用于产品未给出时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>GAMMA</source>
      <translation>GAMMA</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Geometry</source>
      <translation>几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HDF5 in MintPy's layout (geometryGeo.h5 or geometryRadar.h5): height, incidence, azimuth, slant range, and latitude and longitude in radar coordinates.</source>
      <translation>MintPy 布局的 HDF5（geometryGeo.h5 或 geometryRadar.h5）：高程、入射角、方位角、斜距，雷达坐标时还有纬度和经度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HDF5 in MintPy's layout (slcStack.h5).</source>
      <translation>MintPy 布局的 HDF5（slcStack.h5）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HH (horizontal, horizontal)</source>
      <translation>HH（水平、水平）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>HV (horizontal, vertical)</source>
      <translation>HV（水平、垂直）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Height raster</source>
      <translation>高程栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>ISCE-2</source>
      <translation>ISCE-2</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Import radar images (SLC)</source>
      <translation>导入雷达影像（SLC）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Last date</source>
      <translation>结束日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Latitude raster</source>
      <translation>纬度栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Leave out images beyond.</source>
      <translation>剔除该日期以外的影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Longitude raster</source>
      <translation>经度栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Mean amplitude</source>
      <translation>平均振幅</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Memory for the parts that are copied at a time.</source>
      <translation>每次复制的分块所用内存。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Metres above the ellipsoid: of the images' own pixels in radar coordinates, an elevation model of any grid where images have a CRS.</source>
      <translation>椭球高，米：雷达坐标时为影像自身像元的高程；影像有 CRS 时可为任意格网的高程模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>OPERA CSLC-S1</source>
      <translation>OPERA CSLC-S1</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Of all dates in dB, on the map.</source>
      <translation>所有日期的平均，dB，地图坐标。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Of several OPERA bursts: its name, such as T064-135523-IW2, or all for a mosaic, in which a pixel comes from the same burst in all dates.</source>
      <translation>有多个 OPERA burst 时：其名称（如 T064-135523-IW2），或 all 表示镶嵌，镶嵌中每个像元在所有日期取自同一 burst。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Only files like this, such as *_VV_*.h5.</source>
      <translation>仅读取符合此模式的文件，如 *_VV_*.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Only this part of the images; all of them if empty.</source>
      <translation>仅读取影像的这一部分；留空则读取全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Only this part: first row, first column, rows, columns; counted from 0.</source>
      <translation>仅读取这一部分：起始行、起始列、行数、列数；从 0 计数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Phase is flat already</source>
      <translation>相位是否已去平地</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Pixel size along columns (m)</source>
      <translation>列方向像元大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Pixel size along rows (m)</source>
      <translation>行方向像元大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Polarisation</source>
      <translation>极化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Polarisations</source>
      <translation>极化方式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Rasters of the images' own pixels, a date in each name: slant range of that date less the reference's, metres. Takes the phase off where there are no orbits.</source>
      <translation>影像自身像元的栅格，文件名含日期：该日期斜距减参考影像斜距，米。没有轨道数据时用于去除相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Reads a folder of coregistered single-look complex images into one stack file, with dates, wavelength, perpendicular baselines and geometry, for persistent scatterers and phase linking. Recognises OPERA CSLC-S1 (geocoded bursts), stacks of ISCE-2 (merged/SLC), GAMMA (rslc with par) and complex GeoTIFF or ENVI files with the date in their names. The phase of the ellipsoid and the terrain, which GAMMA's images still hold, is taken off by the orbits and each pixel's latitude, longitude and height. Images in radar coordinates keep their lookup, so that results land in the right place on the map.</source>
      <translation>将一个文件夹的配准单视复数影像读入一个堆栈文件，含日期、波长、垂直基线和几何信息，用于永久散射体和相位链接。可识别 OPERA CSLC-S1（地理编码 burst）、ISCE-2 堆栈（merged/SLC）、GAMMA（rslc 及 par），以及文件名含日期的复数 GeoTIFF 或 ENVI 文件。GAMMA 影像中仍保留的椭球与地形相位由轨道及每个像元的纬度、经度和高程去除。雷达坐标的影像保留其查找表，使结果落在地图的正确位置。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Rows and columns</source>
      <translation>行与列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Share of pixels with values in all images</source>
      <translation>所有影像均有值的像元占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Sign of the phase</source>
      <translation>相位符号</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Spread of the perpendicular baselines (m)</source>
      <translation>垂直基线的离散度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Stack of images</source>
      <translation>影像堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Standard (phase falls with range)</source>
      <translation>标准（相位随斜距减小）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Take off flat-earth and terrain phase</source>
      <translation>去除平地与地形相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Text or CSV: date, perpendicular baseline in metres (or date, date, baseline: GAMMA's bperp_file). From the files or the orbits if empty.</source>
      <translation>文本或 CSV：日期、以米为单位的垂直基线（或日期、日期、基线：GAMMA 的 bperp_file）。留空则取自文件或轨道。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>The latitude of every pixel of images in radar coordinates, degrees; where the folder has none.</source>
      <translation>雷达坐标影像每个像元的纬度，度；用于文件夹中没有时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>The longitude of every pixel of images in radar coordinates, degrees; where the folder has none.</source>
      <translation>雷达坐标影像每个像元的经度，度；用于文件夹中没有时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>The product's folder; subfolders are searched.</source>
      <translation>产品的文件夹；子文件夹一并搜索。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>VH (vertical, horizontal)</source>
      <translation>VH（垂直、水平）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>VV (vertical, vertical)</source>
      <translation>VV（垂直、垂直）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Wavelength (m)</source>
      <translation>波长（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Where the images still hold it and orbits, latitude, longitude and height are known.</source>
      <translation>用于影像仍含该相位且已知轨道、纬度、经度和高程时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Where the product does not say: Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666.</source>
      <translation>用于产品未注明时：Sentinel-1 0.05546576，ALOS-2 0.2424525，TerraSAR-X 0.0310666。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Whether the phase of the ellipsoid and the terrain is off in the files: OPERA and ISCE-2 yes, GAMMA no, others do not tell.</source>
      <translation>文件中椭球与地形相位是否已去除：OPERA 和 ISCE-2 已去除，GAMMA 未去除，其他未注明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>all imports what is there for every date.</source>
      <translation>all 导入每个日期都具有的极化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>auto finds out by itself.</source>
      <translation>auto 自动识别。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>burst</source>
      <translation>burst</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>complex</source>
      <translation>复数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>cslc</source>
      <translation>cslc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>gamma</source>
      <translation>gamma</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>isce</source>
      <translation>isce</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>opera</source>
      <translation>opera</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>product: as the product defines it; standard: -4 pi R / wavelength; conjugate: the other way round.</source>
      <translation>product：按产品的定义；standard：-4 pi R / 波长；conjugate：与之相反。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>rslc</source>
      <translation>rslc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importslc.py" />
      <source>slc</source>
      <translation>slc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>A value that means no data, besides those the files declare; 0 is usual for GAMMA.</source>
      <translation>除文件声明的值外，还表示无数据的值；GAMMA 通常为 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>ASF HyP3</source>
      <translation>ASF HyP3</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>COMET LiCSAR</source>
      <translation>COMET LiCSAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Crop to the common area</source>
      <translation>裁剪到公共区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Flight direction clockwise from north, where the product has none: Sentinel-1 about -10 ascending, 190 descending.</source>
      <translation>飞行方向，自北顺时针，用于产品未给出时：Sentinel-1 升轨约 -10，降轨约 190。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Folder of interferograms</source>
      <translation>干涉图文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>GeoTIFF pairs</source>
      <translation>GeoTIFF 干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>HDF5 in MintPy's layout (geometryGeo.h5): height, incidence, azimuth. Left out where nothing is known.</source>
      <translation>MintPy 布局的 HDF5（geometryGeo.h5）：高程、入射角、方位角。均未知时不输出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>HDF5 in MintPy's layout (ifgramStack.h5).</source>
      <translation>MintPy 布局的 HDF5（ifgramStack.h5）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Import interferogram stack</source>
      <translation>导入干涉图堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Interferograms on other grids</source>
      <translation>格网不同的干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Leave out pairs that begin before.</source>
      <translation>剔除早于此日期开始的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Leave out pairs that end after.</source>
      <translation>剔除晚于此日期结束的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Looks</source>
      <translation>视数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Mean coherence</source>
      <translation>平均相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>MintPy (HDF5)</source>
      <translation>MintPy（HDF5）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>No-data value</source>
      <translation>无数据值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Positive phase away from the satellite</source>
      <translation>相位背离卫星为正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Positive phase towards the satellite</source>
      <translation>相位朝向卫星为正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Range times azimuth looks, where the product does not say.</source>
      <translation>距离向乘方位向视数，用于产品未注明时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Reads a folder of unwrapped interferograms into one stack file, with coherence, wavelength, baselines and look geometry where the product has them. Recognises GAMMA and PyRate GeoTIFF, COMET LiCSAR, ASF HyP3 (GAMMA and ISCE2 burst products), MintPy HDF5 and plain GeoTIFF pairs whose names hold two dates. Sign, units and no data are brought to one convention: phase in radians, later minus earlier date, positive away from the satellite; no data is NaN.</source>
      <translation>将一个文件夹的解缠干涉图读入一个堆栈文件，含相干性、波长、基线以及产品提供的观测几何。可识别 GAMMA 和 PyRate 的 GeoTIFF、COMET LiCSAR、ASF HyP3（GAMMA 和 ISCE2 burst 产品）、MintPy HDF5，以及文件名含两个日期的普通 GeoTIFF 干涉对。符号、单位和无数据统一为同一约定：相位以弧度为单位，较晚日期减较早日期，远离卫星为正；无数据为 NaN。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Refuse other grids</source>
      <translation>拒绝其他格网</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Resample to the commonest grid</source>
      <translation>重采样到最常见的格网</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Share of valid phases</source>
      <translation>有效相位占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>Stack</source>
      <translation>堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>hyp3</source>
      <translation>hyp3</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>ifgramStack.h5 instead of a folder.</source>
      <translation>用 ifgramStack.h5 代替文件夹。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>interferogram</source>
      <translation>干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>licsar</source>
      <translation>licsar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>or MintPy's stack file</source>
      <translation>或 MintPy 的堆栈文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>product: as the product defines it; or whether positive phase of the later minus the earlier date means motion away from or towards the satellite.</source>
      <translation>product：按产品的定义；或指定较晚日期减较早日期的正相位表示远离还是朝向卫星的形变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>pyrate</source>
      <translation>pyrate</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importstack.py" />
      <source>refuse: stop and name the file; crop: to the common area of grids that line up; resample: to the commonest grid.</source>
      <translation>refuse：停止并指出文件；crop：裁剪到可对齐格网的公共区域；resample：重采样到最常见的格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>East, north and up, ground to satellite; where LiCSBAS' E, N and U lie beside the file.</source>
      <translation>东、北、上分量，由地面指向卫星；用于文件旁有 LiCSBAS 的 E、N、U 时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Fastest rate away (mm/yr)</source>
      <translation>远离卫星的最大速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Fastest rate towards (mm/yr)</source>
      <translation>朝向卫星的最大速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Import velocity map</source>
      <translation>导入速率图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Line of sight</source>
      <translation>视线向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>MintPy's temporalCoherence.h5, for a mask.</source>
      <translation>MintPy 的 temporalCoherence.h5，用于掩膜。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>MintPy's velocity.h5, or a velocity file of LiCSBAS with its EQA.dem_par in the folder, its 'info' or the one beside it.</source>
      <translation>MintPy 的 velocity.h5，或 LiCSBAS 的速率文件，其 EQA.dem_par 位于同一文件夹、其中的“info”或旁边的“info”内。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>No data below temporal coherence</source>
      <translation>时间相干性低于此值则无数据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Pixels below become no data; needs the file of temporal coherence. 0 keeps what the product holds.</source>
      <translation>低于此值的像元设为无数据；需要时间相干性文件。0 保留产品原有的像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Pixels with a rate</source>
      <translation>有速率的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Redraws a finished velocity map of MintPy (velocity.h5) or LiCSBAS (vel, vel.mskd, vel.filt.mskd ...) as a raster in mm a year with its standard deviation, in the right place and with the right sign: positive towards the satellite.</source>
      <translation>将 MintPy（velocity.h5）或 LiCSBAS（vel、vel.mskd、vel.filt.mskd ...）的现成速率图转为以 mm/年为单位的栅格，附标准差，位置和符号正确：朝向卫星为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Velocity</source>
      <translation>形变速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>Velocity file</source>
      <translation>速率文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>licsbas</source>
      <translation>licsbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>rate</source>
      <translation>速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/importvelocity.py" />
      <source>velocity_mm_yr and, where known, velocity_std_mm_yr.</source>
      <translation>velocity_mm_yr，已知时还有 velocity_std_mm_yr。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>0 to 1.</source>
      <translation>0 到 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>0 water, 1 vegetation, 2 bare, 3 town.</source>
      <translation>0 水体，1 植被，2 裸地，3 城镇。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>0.0555 in C band, 0.236 in L band.</source>
      <translation>C 波段 0.0555，L 波段 0.236。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>A band a date, mm since the first date.</source>
      <translation>每个日期一个波段，相对首个日期的 mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Along the line of sight, mm a year.</source>
      <translation>视线向，mm/年。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>At the scene's centre, from the vertical.</source>
      <translation>场景中心处，自垂直方向量起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Bowls in the plain.</source>
      <translation>平原上的漏斗个数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Centre</source>
      <translation>中心</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Classes side by side</source>
      <translation>类别并排</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Coefficient of variation of the backscatter within a class; 0 is homogeneous ground.</source>
      <translation>同一类别内后向散射的变异系数；0 为均匀地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Column spacing (m)</source>
      <translation>列间距（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Complex GeoTIFF</source>
      <translation>复数 GeoTIFF</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Coordinates</source>
      <translation>坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Cover classes</source>
      <translation>覆盖类别</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Days between dates</source>
      <translation>日期间隔（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Decay time (factor)</source>
      <translation>失相干时间（系数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Decorrelation</source>
      <translation>失相干</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Density of scatterers (factor)</source>
      <translation>散射体密度（系数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Dominant ones, with velocity, series, signal-to-clutter ratio and height.</source>
      <translation>主导散射体，含速率、序列、信杂比和高度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Dominant scatterers</source>
      <translation>主导散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Dominant scatterers in VH alone</source>
      <translation>仅在 VH 中的主导散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Flattened</source>
      <translation>已去平地</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Flight direction clockwise from north: -10 ascending, 190 descending.</source>
      <translation>飞行方向，自北顺时针：升轨 -10，降轨 190。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Gain of the images (dB)</source>
      <translation>影像增益（dB）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height error (m)</source>
      <translation>高程误差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height of scatterers (m)</source>
      <translation>散射体高度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height of the mountains; less where slopes would be too steep.</source>
      <translation>山体的高度；若斜坡会过陡则降低。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Height of the scene in pixels.</source>
      <translation>场景的像元行数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Images</source>
      <translation>影像数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Images in VH besides VV.</source>
      <translation>除 VV 外还有 VH 影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>In stripes instead of patches.</source>
      <translation>以条带代替斑块。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Landslides</source>
      <translation>滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Largest rate down the slope.</source>
      <translation>最大的顺坡速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Largest signal-to-clutter ratio.</source>
      <translation>最大信杂比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Largest true rate (mm/yr)</source>
      <translation>最大真实速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Lengthens the times in which coherence is lost: 30 days in vegetation, 120 on bare ground, 300 in town.</source>
      <translation>延长失相干的时间：植被 30 天，裸地 120 天，城镇 300 天。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Loss of coherence and the noise it brings.</source>
      <translation>相干性损失及其带来的噪声。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Makes a stack of coregistered single-look complex images whose truth is known: ground of four classes (water, vegetation, bare, town) with speckle that loses coherence in time, by season and with the baseline; dominant scatterers with their own heights; bowls and landslides, delays of the atmosphere and height errors in the phase. It is written in the format of a real product, for training and for tests of whole chains. The same seed gives the same numbers. The flat-earth and topographic phase is taken off in the formats whose products come so (all but gamma).</source>
      <translation>生成真值已知的配准单视复数影像堆栈：四类地面（水体、植被、裸地、城镇），其相干斑随时间、季节和基线失相干；具有各自高度的主导散射体；相位中含沉降漏斗与滑坡、大气延迟和高程误差。按真实产品的格式写出，用于培训和测试整条处理链。相同的种子产生相同的数值。对于产品已去除平地与地形相位的格式（除 gamma 外均是），此处同样去除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Map coordinates</source>
      <translation>地图坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Mean coherence of neighbouring dates</source>
      <translation>相邻日期的平均相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Mean of neighbouring dates, mean of all pairs, and of the first and the last date.</source>
      <translation>相邻日期的平均、全部干涉对的平均，以及首尾日期的相干性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Minimum signal-to-clutter ratio of dominant scatterers.</source>
      <translation>主导散射体的最小信杂比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Minimum true rate (mm/yr)</source>
      <translation>最小真实速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>New or empty, or that of a former simulation.</source>
      <translation>新建或空文件夹，或先前模拟的文件夹。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Number of images.</source>
      <translation>影像的数量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Of 20 a square kilometre in vegetation, 150 on bare ground and 2500 in town.</source>
      <translation>基准为每平方公里植被 20 个、裸地 150 个、城镇 2500 个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Of the scene; 13 E 46.4 N if empty.</source>
      <translation>场景的中心；留空为 13 E 46.4 N。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>On steep slopes; the second accelerates, the third has a step.</source>
      <translation>位于陡坡上；第二个加速，第三个有阶跃。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>On the ground; across the flight in radar coordinates.</source>
      <translation>地面距离；雷达坐标时为垂直于飞行方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>On the ground; along the flight in radar coordinates.</source>
      <translation>地面距离；雷达坐标时为沿飞行方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Outlines with their rates.</source>
      <translation>轮廓及其速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Radar coordinates</source>
      <translation>雷达坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Rate of the bowls (mm/yr)</source>
      <translation>漏斗的速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Rate of the landslides (mm/yr)</source>
      <translation>滑坡的速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Relief (m)</source>
      <translation>地形起伏（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Row spacing (m)</source>
      <translation>行间距（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>SLC</source>
      <translation>SLC</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Same seed, same numbers.</source>
      <translation>相同的种子，相同的数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Seasonal motion (mm)</source>
      <translation>季节性形变（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Second polarisation</source>
      <translation>第二极化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Seed</source>
      <translation>随机种子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of bare</source>
      <translation>裸地占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of missing dates</source>
      <translation>缺失日期占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of town</source>
      <translation>城镇占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of vegetation</source>
      <translation>植被占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Share of water</source>
      <translation>水体占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Simulate radar images (SLC)</source>
      <translation>模拟雷达影像（SLC）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Spread of the baselines (m)</source>
      <translation>基线的离散度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of a date's delay by height.</source>
      <translation>每个日期随高程延迟的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of a date's delay; 0 for none.</source>
      <translation>每个日期延迟的标准差；0 表示无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of the images' gains.</source>
      <translation>影像增益的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of the perpendicular baselines.</source>
      <translation>垂直基线的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation of the smooth error of the elevation model.</source>
      <translation>高程模型平滑误差的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Standard deviation over the elevation model.</source>
      <translation>高于高程模型的高度的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Stratified delay (mm/km)</source>
      <translation>垂直分层延迟（mm/km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Strongest scatterer (dB)</source>
      <translation>最强散射体（dB）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Subsidence bowls</source>
      <translation>沉降漏斗</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Texture</source>
      <translation>纹理</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>The product whose files are imitated. opera is geocoded, isce2 and gamma are in radar coordinates, mintpy (slcStack.h5, needs no import) and geotiff can be both.</source>
      <translation>所模仿的产品格式。opera 为地理编码，isce2 和 gamma 为雷达坐标，mintpy（slcStack.h5，无需导入）和 geotiff 两者均可。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>The shares are scaled to add up to 1.</source>
      <translation>各占比按总和为 1 缩放。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True coherence</source>
      <translation>真实相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True displacement</source>
      <translation>真实位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True scatterers</source>
      <translation>真实散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>True velocity</source>
      <translation>真实速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Turbulent delay (mm)</source>
      <translation>湍流延迟（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Vertical, at the centre; negative sinks.</source>
      <translation>中心处的垂直速率；负值为下沉。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Weakest scatterer (dB)</source>
      <translation>最弱散射体（dB）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Where none is missing.</source>
      <translation>无缺失时的间隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Whether the flat-earth and topographic phase is taken off; auto as the format's products come.</source>
      <translation>是否去除平地与地形相位；auto 与该格式的产品一致。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Width of the scene in pixels.</source>
      <translation>场景的像元列数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>YYYY-MM-DD.</source>
      <translation>YYYY-MM-DD。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>Yearly amplitude in the bowls.</source>
      <translation>漏斗内的年振幅。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>auto as the format has them, on the map if it can be both.</source>
      <translation>auto 按格式而定，两者均可时用地图坐标。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>demo</source>
      <translation>演示</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>persistent scatterers</source>
      <translation>永久散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>speckle</source>
      <translation>相干斑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>synthetic</source>
      <translation>模拟数据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>test</source>
      <translation>测试</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulateslc.py" />
      <source>training</source>
      <translation>培训</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Cut the network in two</source>
      <translation>将网络断为两段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Every date makes pairs with so many dates after it.</source>
      <translation>每个日期与其后这么多个日期组成干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Height of the mountains.</source>
      <translation>山体的高度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Independent looks</source>
      <translation>独立视数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Leaves out the pairs between the halves.</source>
      <translation>剔除前后两半之间的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Makes a realistic stack of interferograms whose truth is known: subsidence bowls and landslides on a fractal terrain, delays of the atmosphere (turbulent and with height), decorrelation by land cover, height errors, unwrapping jumps and gaps. It is written in the format of a real product, for training and for tests of whole chains. The same seed gives the same numbers.</source>
      <translation>生成真值已知的逼真干涉图堆栈：分形地形上的沉降漏斗与滑坡、大气延迟（湍流的和随高程变化的）、土地覆盖引起的失相干、高程误差、解缠跳变和缺失。按真实产品的格式写出，用于培训和测试整条处理链。相同的种子产生相同的数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Number of acquisitions.</source>
      <translation>影像获取次数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Of every pair, 0 to 0.6.</source>
      <translation>占全部干涉对的比例，0 到 0.6。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Of every pixel.</source>
      <translation>每个像元的视数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Of the grid.</source>
      <translation>格网的像元大小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Pairs a date</source>
      <translation>每个日期的干涉对数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Pairs with a jump at each pixel.</source>
      <translation>每个像元上有跳变的干涉对数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Pixel size (m)</source>
      <translation>像元大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Share of missing pixels</source>
      <translation>缺失像元占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Share of pairs with unwrapping errors</source>
      <translation>含解缠误差的干涉对占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Simulate interferogram stack</source>
      <translation>模拟干涉图堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>Standard deviation of the error of the elevation model.</source>
      <translation>高程模型误差的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>The product whose files are imitated.</source>
      <translation>所模仿的产品格式。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/data/simulatestack.py" />
      <source>True unwrapping errors</source>
      <translation>真实解缠误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>A band an interferogram: 1 trusted, 0 not.</source>
      <translation>每个干涉图一个波段:1 可信,0 不可信。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>A band an interferogram: probability that the phase's standard deviation is below one radian.</source>
      <translation>每个干涉图一个波段:相位标准差小于一弧度的概率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Learned detection</source>
      <translation>学习检测</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Least share of an interferogram (%)</source>
      <translation>单个干涉图的最小比例(%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Least trust</source>
      <translation>最小可信度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Mask decorrelated pixels</source>
      <translation>掩膜失相干像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Of those with data, for every pixel.</source>
      <translation>每个像元在有数据的干涉图中的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Pixels are kept whose phase has a standard deviation below one radian with at least this probability; more keeps fewer pixels.</source>
      <translation>保留相位标准差小于一弧度的概率不低于此值的像元;值越大,保留的像元越少。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Pixels to trust</source>
      <translation>可信像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Share of interferograms to trust</source>
      <translation>可信干涉图的比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Share of pixels to trust (%)</source>
      <translation>可信像元的比例(%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Tells which pixels of wrapped interferograms can be trusted. A threshold of the coherence keeps noise that is coherent by chance and drops steep fringes; a small network looks at coherence, fringes and residues around every pixel instead and gives the probability that the standard deviation of its phase is below one radian.</source>
      <translation>判断缠绕干涉图中哪些像元可信。相干性阈值会保留偶然相干的噪声并丢掉密集条纹;这里由一个小型网络查看每个像元周围的相干性、条纹和残差点,给出其相位标准差小于一弧度的概率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>Trust</source>
      <translation>可信度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>decorrelation</source>
      <translation>失相干</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>deep learning</source>
      <translation>深度学习</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>neural network</source>
      <translation>神经网络</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/decorrelationmask.py" />
      <source>residues</source>
      <translation>残差点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>0 to 1 on the same grid; stacks bring their own.</source>
      <translation>0 到 1，同一格网；堆栈自带相干性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>A box for every detection in every interferogram, with its object.</source>
      <translation>每幅干涉图中每个检测结果一个框，并注明所属对象。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>A map of rates is looked at as the motion of so many years: more of them show slower motion, and more noise.</source>
      <translation>速率图按这么多年的形变来看：年数越多，越能显示缓慢的运动，噪声也越大。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>A stack of wrapped or unwrapped interferograms (ifgramStack.h5), or a raster: wrapped or unwrapped phase (radians or complex), displacement or rates along the line of sight, or the gradients of 'Phase-gradient stack'.</source>
      <translation>缠绕或解缠干涉图的堆栈（ifgramStack.h5），或一幅栅格：缠绕或解缠相位（弧度或复数）、视线向位移或速率，或相位梯度堆叠的梯度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Area of the objects (km²)</source>
      <translation>对象面积（km²）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Basins</source>
      <translation>沉陷盆地</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Boxes of the detections</source>
      <translation>检测框</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Coherence of the raster</source>
      <translation>栅格的相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Detect motion in interferograms</source>
      <translation>在干涉图中检测形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Detections</source>
      <translation>检测数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Finds subsidence basins and moving slopes in wrapped or unwrapped interferograms, or in maps of displacement or rates, without unwrapping anything: a small network, or the classical Laplacian of Gaussian. Detections of several interferograms and of two orbits become one object with a score that says how often such a detection is right. The stack cut to the objects can go on to the time-series tools.</source>
      <translation>无需解缠，即可在缠绕或解缠干涉图、位移图或速率图中找出沉陷盆地和移动的斜坡：使用小型神经网络，或经典的高斯拉普拉斯算子。多幅干涉图及两种轨道的检测结果合并为一个对象，其得分表示此类检测正确的频率。裁剪到这些对象的堆栈可继续用于时间序列工具。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Geometry of the cut stack</source>
      <translation>裁剪堆栈的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Ground around the objects that the cut stack keeps.</source>
      <translation>裁剪堆栈在对象周围保留的范围。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Interferograms looked at</source>
      <translation>已检查的干涉图数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Interferograms or map of motion</source>
      <translation>干涉图或形变图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Laplacian of Gaussian</source>
      <translation>高斯拉普拉斯</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Largest objects (m)</source>
      <translation>最大对象（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Least number of interferograms</source>
      <translation>最少干涉图数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Least score</source>
      <translation>最低得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Least score used</source>
      <translation>所用最低得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Lower detections are left out. If empty, the score at which nine of ten detections were right on simulated scenes.</source>
      <translation>低于此得分的检测被舍去。留空则取在模拟场景中十个检测有九个正确时的得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Margin of the cut (m)</source>
      <translation>裁剪边距（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Objects</source>
      <translation>对象数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Objects that move</source>
      <translation>移动的对象</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525. Motion is shown as fringes of half of it.</source>
      <translation>用于栅格：Sentinel-1 为 0.05546576，ALOS-2 为 0.2424525。形变以其一半为一条条纹显示。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Of the geometry that is given, or lies beside the input.</source>
      <translation>所给几何文件的，或输入旁边那个几何文件的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Of the other orbit or of other dates, of any of these kinds and on any grid: what both show is one object.</source>
      <translation>另一轨道或其他日期的数据，可为上述任一种类、任一格网：两者都显示的即为一个对象。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Outlines with score, kind, size, fringes and motion, and the interferograms that show them.</source>
      <translation>轮廓，含得分、类型、大小、条纹数和形变，以及显示它们的干涉图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Phase (radians)</source>
      <translation>相位（弧度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Pixels of low coherence count less.</source>
      <translation>低相干像元的权重较小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Second input</source>
      <translation>第二个输入</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Slopes</source>
      <translation>斜坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Stack cut to the objects</source>
      <translation>裁剪到对象的堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>That have to show an object. If empty: a tenth of them, at least two of four or more.</source>
      <translation>必须显示该对象的干涉图数。留空：十分之一；有四幅或更多时至少两幅。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>The input, if it is a stack, in the rectangle around all objects, empty farther from them than the margin; for 'Small baseline' or, if wrapped, for 'Unwrap'.</source>
      <translation>若输入为堆栈，则为包围所有对象的矩形部分，边距以外为空；用于小基线处理，若为缠绕相位则用于解缠。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Use the coherence</source>
      <translation>使用相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>What the raster holds</source>
      <translation>栅格的内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Width up to which is looked for; empty for all up to the scene's own. Large ones are mostly atmosphere.</source>
      <translation>搜索的最大宽度；留空则直到整个场景。大的对象多为大气影响。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>Years of rates</source>
      <translation>速率的年数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>auto: what its unit or the name of its band says; phase in radians; displacement or rates in m, cm or mm.</source>
      <translation>auto：由其单位或波段名称判断；phase：以弧度为单位的相位；m、cm 或 mm：位移或速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>basin</source>
      <translation>盆地</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>geometryGeo.h5, for the geometry of the cut; the one beside the stack if empty.</source>
      <translation>geometryGeo.h5，用于裁剪结果的几何；留空则用堆栈旁边的那个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/detectmotion.py" />
      <source>learned: a small network, trained on simulated scenes; log: extrema of the Laplacian of Gaussian of the phase, the classical way.</source>
      <translation>learned：在模拟场景上训练的小型网络；log：相位的高斯拉普拉斯极值，即经典方法。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>1: none was found, 0: some was.</source>
      <translation>1：未发现；0：有发现。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>A band for each interferogram with errors, named by its dates: whole cycles to be added.</source>
      <translation>每个有误差的干涉图一个波段，以其日期命名：应加上的整周数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>A row each: how well loops judge it, regions, pixels, share.</source>
      <translation>每个一行：闭合环对其判断的可靠程度、区域数、像元数、所占比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Cycles to add</source>
      <translation>应加的周数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Fewest pixels of a region</source>
      <translation>区域的最少像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Finds regions of a series or a stack that were unwrapped wrongly: whole cycles that no motion explains. A wrong interferogram leaves its fingerprint in the residuals of all loops that it is in, which names it pixel by pixel; where there is no loop, a closed sharp border around a region gives it away.</source>
      <translation>找出时间序列或干涉图栈中解缠错误的区域：任何运动都无法解释的整周。错误的干涉图会在它所在的所有闭合环的残差中留下指纹，从而逐像元地被指认；没有闭合环的地方，区域周围封闭而锐利的边界会暴露它。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5). Without the stack, wrong cycles are looked for between its dates; beside the stack it tells the steady motion.</source>
      <translation>MintPy 格式的 HDF5（timeseries.h5）。没有干涉图栈时，在其各日期之间寻找错误的整周；与干涉图栈一起时，它给出稳定的运动。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Interferograms (or steps between dates) with an unwrapping error at each pixel.</source>
      <translation>每个像元上有解缠误差的干涉图数（或日期间的跳变数）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Interferograms that no loop judges</source>
      <translation>没有闭合环可判断的干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Interferograms with unwrapping errors</source>
      <translation>有解缠误差的干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Least sharp share of a border</source>
      <translation>边界锐利部分的最小比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Logarithm of the odds for whole cycles and against noise; 8 is 3000 to 1.</source>
      <translation>支持整周、反对噪声的几率的对数；8 即 3000 比 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Minimum evidence of a region</source>
      <translation>区域的最小证据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Number of unwrapping errors</source>
      <translation>解缠误差的数目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Outlines with interferogram, cycles to add, step, size, sharpness of the border, evidence and advice.</source>
      <translation>轮廓，附干涉图、应加的周数、跳变、大小、边界锐利程度、证据和建议。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Pixels with unwrapping errors</source>
      <translation>有解缠误差的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Pixels without unwrapping errors</source>
      <translation>没有解缠误差的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Regions with unwrapping errors</source>
      <translation>有解缠误差的区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Screen unwrapping errors</source>
      <translation>筛查解缠误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Share of all values that are wrong</source>
      <translation>错误值占全部的比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Smaller ones are left out.</source>
      <translation>更小的不予考虑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>The stack that the series was made of (ifgramStack.h5): its loops tell which interferogram is wrong. Also without a series.</source>
      <translation>制作该序列所用的干涉图栈（ifgramStack.h5）：其闭合环指出哪个干涉图有误。也可不给序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Where no loop judges: ground without data or of small parts that a border may run through, on each side of it.</source>
      <translation>没有闭合环可判断处：边界每一侧可以穿过的无数据或零碎部分的宽度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Where no loop judges: share of a region's border that steps by nearly whole cycles from one pixel to the next. Motion tapers.</source>
      <translation>没有闭合环可判断处：区域边界上相邻像元间跳变接近整周的比例。真实运动是逐渐减弱的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>Widest gap at borders (pixels)</source>
      <translation>边界处的最大间隙（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>closure</source>
      <translation>闭合</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>cycle slip</source>
      <translation>周跳</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>jump</source>
      <translation>跳变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>phase</source>
      <translation>相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/detection/jumpscreen.py" />
      <source>quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>All wells within the distance</source>
      <translation>距离内的所有井</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Aquifer</source>
      <translation>含水层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Areas with their storage</source>
      <translation>各区域的储水系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>As its columns say</source>
      <translation>按列名判断</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>CSV with the columns well, date and head_m (up; depth_m for a depth to water), and x and y or lon and lat, where no layer tells the places. Several files are taken together.</source>
      <translation>CSV，含列 well、date 和 head_m（向上为正；水位埋深用 depth_m）；若没有图层给出位置，还需 x 和 y 或 lon 和 lat。多个文件合并使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Change of storage in the areas (m³)</source>
      <translation>各区域的储水量变化（m³）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Deming</source>
      <translation>Deming 回归</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Depths to water</source>
      <translation>水位埋深</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Field of names</source>
      <translation>名称字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Forecast and warning</source>
      <translation>预测与预警</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Former minimum of the head (m)</source>
      <translation>历史最低水头（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Heads</source>
      <translation>水头</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Heads (up)</source>
      <translation>水头（向上为正）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Heads between wells</source>
      <translation>井间水头</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>How late the elastic motion may follow the head.</source>
      <translation>弹性形变最多可滞后水头多少天。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Incidence angle (degrees)</source>
      <translation>入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Instead of points: CSV with a date and a displacement (mm) a row, as the explorer exports, or levelling.</source>
      <translation>代替点：每行一个日期和一个位移（毫米）的 CSV，如浏览器导出的，或水准测量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Its median standard deviation</source>
      <translation>其标准差的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Largest distance (km)</source>
      <translation>最大距离（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Largest lag (days)</source>
      <translation>最大滞后（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Median change of storage (mm of water)</source>
      <translation>储水量变化中位数（mm 水柱）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Median elastic storage</source>
      <translation>弹性储水系数中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Median inelastic storage</source>
      <translation>非弹性储水系数中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Median lag (days)</source>
      <translation>滞后中位数（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Median time constant (years)</source>
      <translation>时间常数中位数（年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Nearest well</source>
      <translation>最近的井</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Of a date, vertical; with that of the heads it makes the ratio of Deming's line. From the misfit if empty.</source>
      <translation>单个日期的垂直标准差；与水头的标准差一起构成 Deming 直线的方差比。留空则由残差求得。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Of a reading, and for the distance of the well.</source>
      <translation>单次读数的标准差，并计入井的距离。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Of the layer of wells.</source>
      <translation>井图层的字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Only wells whose column aquifer says this.</source>
      <translation>只用 aquifer 列为此值的井。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Points farther from all wells are left empty.</source>
      <translation>离所有井更远的点留空。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Points with storage</source>
      <translation>有储水系数的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Points with the wells' names; not needed where the table has coordinates, or one well stands for all.</source>
      <translation>带井名的点；若表中有坐标，或一口井代表全部，则不需要。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Points with their storage</source>
      <translation>各点的储水系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Polygons: the mean series in each of them is looked at, too, and its change of storage in cubic metres.</source>
      <translation>多边形：同时分析每个多边形内的平均序列，以及以立方米计的储水量变化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Series, heads, and the line through their seasonal parts, of up to four areas, or of the points by their wells.</source>
      <translation>最多四个区域（或按井分组的点）的序列、水头，以及穿过其季节部分的直线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Slow changes take (years)</source>
      <translation>缓慢变化的时长（年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Standard deviation of heads (m)</source>
      <translation>水头标准差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Standard deviation of the motion (mm)</source>
      <translation>形变标准差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Storage of aquifer systems</source>
      <translation>含水层系统储水系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Table of one series</source>
      <translation>单条序列的表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Takes series of motion and heads of wells, and gives for each point the elastic skeletal storage (vertical motion by head, from the season, with the lag and errors in both), the inelastic one with its time constant where heads fell below their former minimum, and the change of storage. A report shows motion, heads and the line through their seasons.</source>
      <translation>读取形变序列和井的水头，为每个点给出弹性骨架储水系数（由季节变化求垂直形变与水头之比，含滞后，并考虑两者的误差）、水头低于历史最低值处的非弹性储水系数及其时间常数，以及储水量变化。报告显示形变、水头和两者季节部分的直线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Takes the line of sight to the vertical; 0: the motion is vertical already. Empty: as the points tell.</source>
      <translation>把视线向换算到垂直方向；0：形变已是垂直的。留空：按点自身的信息。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Terzaghi</source>
      <translation>Terzaghi 固结</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>The lowest head that the ground bore before (preconsolidation head), up, as the heads are after their sign; if empty, the lowest one of the first year of the record.</source>
      <translation>地层以前承受过的最低水头（先期固结水头），向上为正，与换号后的水头一致；留空则取记录第一年的最低值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>The same of the mean series in each area, and storage_m3 with its standard deviation.</source>
      <translation>每个区域平均序列的相同结果，以及 storage_m3 及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Wells</source>
      <translation>井</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>Wells that stand for them</source>
      <translation>代表这些点的井</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>What changes more slowly is taken off both sides before the season is looked at.</source>
      <translation>在分析季节变化之前，从两侧去除变化更慢的部分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>What the table holds</source>
      <translation>表中的内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>auto: as the column's name says; head: water levels, up; depth: depths to water, whose sign is turned.</source>
      <translation>auto：按列名；head：水位，向上为正；depth：水位埋深，符号取反。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>compaction</source>
      <translation>压实</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>groundwater</source>
      <translation>地下水</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>head</source>
      <translation>水头</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>nearest: of the nearest well; weighted: of all within the distance, by its inverse square.</source>
      <translation>nearest：取最近的井；weighted：取距离内的所有井，按距离平方反比加权。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>piezometer</source>
      <translation>测压计</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>preconsolidation</source>
      <translation>先期固结</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>skeletal storage</source>
      <translation>骨架储水</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/aquifer.py" />
      <source>well and distance_m; s_ke (elastic skeletal storage), lag_days with its 95 % interval, correlation of the seasonal parts; where heads fell below their former minimum s_kv (inelastic), tau_years with its interval, and delta_bic against a straight drift; change of storage in mm of water; then what the points' table says.</source>
      <translation>well 和 distance_m；s_ke（弹性骨架储水系数）、lag_days 及其 95 % 区间、季节部分的相关系数；水头低于历史最低值处给出 s_kv（非弹性）、tau_years 及其区间，以及相对于直线漂移的 delta_bic；以 mm 水柱计的储水量变化；随后是点表中的其他列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Active share of the pixels (%)</source>
      <translation>活动像元所占比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>At most so many of active ground, and of background.</source>
      <translation>活动地面与背景各自最多取这么多。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>By factor: medians, Cliff's delta with its interval of 95 %, p, p_adjusted, Cohen's d, modes; by class: shares, and the frequency ratio with the same.</source>
      <translation>按因子：中位数、Cliff's delta 及其 95 % 区间、p、p_adjusted、Cohen's d、众数；按类别：所占比例，以及频率比及其区间与 p。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Cliff's delta</source>
      <translation>Cliff's delta</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Compares the ground of landslides or active areas with its surroundings by slope, aspect, curvature, land cover, rain, and distance to faults, rivers and roads: effect sizes and frequency ratios with intervals and p-values that take neighbouring ground for one observation, distributions with their modes, samples for 'Susceptibility', and a map of the density of landslides.</source>
      <translation>按坡度、坡向、曲率、土地覆盖、降雨以及到断层、河流和道路的距离，比较滑坡或活动区的地面与其周围：效应量和频率比，其区间和 p 值把相邻地面当作一次观测；带众数的分布、供“易发性”使用的样本，以及滑坡密度图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Conditioning factors</source>
      <translation>孕灾因子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Density of landslides</source>
      <translation>滑坡密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Draws</source>
      <translation>重抽样次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Effect sizes, and distributions of active ground and background by factor.</source>
      <translation>各因子的效应量，以及活动地面与背景的分布。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Factors</source>
      <translation>因子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Factors that differ (5 %, adjusted)</source>
      <translation>有差异的因子（5 %，校正后）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Faults, rivers, roads: the distance to each layer is a factor.</source>
      <translation>断层、河流、道路：到每个图层的距离为一个因子。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>In metres: gives slope, aspect, curvatures and height, and the grid of the result.</source>
      <translation>单位为米：给出坡度、坡向、曲率和高程，以及结果的格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Land cover, geology: whole numbers.</source>
      <translation>土地覆盖、地质：整数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Largest Cliff's delta of a factor that is a number, without sign</source>
      <translation>数值因子中最大的 Cliff's delta（不计符号）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Lines</source>
      <translation>线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Of samples and draws.</source>
      <translation>用于样本和重抽样。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Of the tiles, for the intervals.</source>
      <translation>对方块重抽样，用于区间。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Polygons in which landslides were looked for; without sea and lakes.</source>
      <translation>查找过滑坡的多边形；不含海洋和湖泊。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Polygons, or points of which each stands for its pixel.</source>
      <translation>多边形，或各自代表其像元的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Radius of the density (m)</source>
      <translation>密度半径（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Rain, vegetation, wetness or any other: each band is a factor, called by its description or the file.</source>
      <translation>降雨、植被、湿度或其他：每个波段为一个因子，以其描述或文件命名。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Rasters of classes</source>
      <translation>类别栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Rasters of numbers</source>
      <translation>数值栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Samples</source>
      <translation>采样点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Samples of active ground</source>
      <translation>活动地面的样本</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Share of the ground that is active (%), or landslides a square kilometre where they are points, weighted about each pixel.</source>
      <translation>活动地面所占比例（%），若为点则为每平方公里滑坡数，在每个像元周围加权。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Side of the tiles (m)</source>
      <translation>方块边长（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Slope, aspect and curvatures are those of the ground smoothed over so many metres; 0 takes 3 x 3 cells.</source>
      <translation>坡度、坡向和曲率取自按这么多米平滑后的地面；0 取 3 x 3 个单元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Standard deviation of the Gaussian weights.</source>
      <translation>高斯权重的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Table of factors</source>
      <translation>因子表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>Tiles with active ground</source>
      <translation>含活动地面的方块</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>What lies in one square of the map counts as one observation; about a hundred squares if empty.</source>
      <translation>地图上一个方块内的内容算作一次观测；若为空则约一百个方块。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>active (1 or 0), landslide, tile, and a field a factor: what 'Susceptibility' takes, too.</source>
      <translation>active（1 或 0）、landslide、tile，以及每个因子一个字段：“易发性”也可使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>active areas</source>
      <translation>活动区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>effect size</source>
      <translation>效应量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>frequency ratio</source>
      <translation>频率比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>kernel density</source>
      <translation>核密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>of background</source>
      <translation>背景的样本</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/conditioning.py" />
      <source>predisposing factors</source>
      <translation>诱发条件因子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Affected area</source>
      <translation>受影响区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Bands: score (standard deviations by which the coherence is lower than it was, or its plain loss where one pair before is left), coherence_loss.</source>
      <translation>波段：score（相干性比以前低多少个标准差；若此前只剩一对，则为单纯的损失）、coherence_loss。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Buildings</source>
      <translation>建筑物</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>By which pairs before may differ from that over the event.</source>
      <translation>此前像对的时间跨度可与跨越事件者相差多少。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Compares the coherence of the pair over an earthquake, a storm or an explosion with pairs before it of the same span: a score in standard deviations, after what weather and season do to all land was taken off, with a threshold that pairs without an event pass at a stated rate. Patches of damage, or a score for every building.</source>
      <translation>将跨越地震、风暴或爆炸的像对的相干性与此前同样跨度的像对比较：扣除天气和季节对全部地面的影响后，以标准差计分，阈值使无事件的像对以给定比率通过。给出损毁斑块，或每栋建筑的得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Damage</source>
      <translation>损毁</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Damage by loss of coherence</source>
      <translation>由相干性损失判断损毁</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Damage score</source>
      <translation>损毁得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Damaged patches or buildings</source>
      <translation>损毁的斑块或建筑物</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Days of the pair over the event</source>
      <translation>跨越事件的像对的天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>False alarms of the worst pair before (%)</source>
      <translation>此前最差像对的虚警率（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Land to look at</source>
      <translation>要考察的地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Mean of the pairs before; below it no loss can be told.</source>
      <translation>此前像对的平均；低于此值无法判断损失。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Minimum coherence before</source>
      <translation>此前的最小相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Of the polygons without buildings.</source>
      <translation>用于没有建筑物时的多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Pairs before the event</source>
      <translation>事件之前的像对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Patches of pixels above the threshold, or the buildings: score, coherence_loss, pixels, threshold, damaged (1 or 0).</source>
      <translation>高于阈值的像元斑块，或建筑物：score、coherence_loss、pixels、threshold、damaged（1 或 0）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Patches, or buildings with a score</source>
      <translation>斑块，或有得分的建筑物</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Pixels above the threshold (%)</source>
      <translation>高于阈值的像元（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Pixels with a score</source>
      <translation>有得分的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Polygons of buildings or blocks, each of which gets a score of its own.</source>
      <translation>建筑物或街区的多边形，各有自己的得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Polygons of settled or otherwise steady land cover; nothing is told outside of them.</source>
      <translation>建成区或其他稳定地表的多边形；其外不作判断。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Share of unharmed pixels, or buildings, that pass in pairs without an event.</source>
      <translation>在无事件的像对中通过阈值的未受损像元或建筑物的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Smallest damaged patch (pixels)</source>
      <translation>最小损毁斑块（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Threshold of the score</source>
      <translation>得分的阈值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Tolerance of the span (days)</source>
      <translation>时间跨度的容差（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>Where damage is likely; the rate of false alarms is learnt outside of it. Needed where much of the scene was destroyed.</source>
      <translation>可能受损之处；虚警率在其外学得。若场景大部分被毁则必须给出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>With coherence, as of 'Import interferogram stack': a pair over the event and at least two before it, of about the same span.</source>
      <translation>带相干性，如“导入干涉图堆栈”的结果：一个跨越事件的像对以及至少两个此前跨度相近的像对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>YYYYMMDD.</source>
      <translation>YYYYMMDD。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>coherence change</source>
      <translation>相干性变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>damage proxy map</source>
      <translation>损毁代理图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/damageproxy.py" />
      <source>explosion</source>
      <translation>爆炸</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>A sine and a cosine of a year go before. Left in, everything that has a season seems to go with everything.</source>
      <translation>先去除周年的正弦和余弦。若保留，凡有季节变化者似乎都彼此相关。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Areas with their driver</source>
      <translation>带驱动因素的区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>CSV with a date and a value a row: rain, a river's or reservoir's level, temperature. One file a driver.</source>
      <translation>每行一个日期和一个值的 CSV：降雨、河流或水库水位、温度。每个驱动因素一个文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Chance of noise as well connected as the first series</source>
      <translation>噪声与第一条序列同样相关的概率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Coherence by period</source>
      <translation>各周期的相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Coherogram (PNG)</source>
      <translation>相干谱图 (PNG)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Degree of the trend</source>
      <translation>趋势的次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Drivers</source>
      <translation>驱动因素</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Drivers against none, correlation by lag and wavelet coherence of up to four series: of the areas, or of the mean of all points.</source>
      <translation>驱动因素与无驱动的比较、各滞后的相关性以及最多四条序列的小波相干：区域的序列，或全部点的平均。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Drivers of the motion</source>
      <translation>运动的驱动因素</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>How late the ground may follow.</source>
      <translation>地面最多可以滞后多久。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Intervals of the lag are no narrower.</source>
      <translation>滞后的区间不会比它更窄。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Its mean coherence outside of the cone of influence</source>
      <translation>其影响锥以外的平均相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Lag of the first series of the report (days)</source>
      <translation>报告中第一条序列的滞后（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Largest lag within its interval (days)</source>
      <translation>其区间内的最大滞后（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Least lag within its interval (days)</source>
      <translation>其区间内的最小滞后（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Median lag of the points with a driver (days)</source>
      <translation>有驱动因素的点的滞后中位数（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Memory (days)</source>
      <translation>记忆（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Of each series in the report and each driver: mean coherence outside of the cone of influence with its limit, phase and lag.</source>
      <translation>报告中每条序列与每个驱动因素：影响锥以外的平均相干性及其界限、相位和滞后。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Of the points that are called driven, at most this share is by chance (Benjamini and Hochberg); also the level of the limits in the drawings.</source>
      <translation>被判为受驱动的点中，至多有这一比例出于偶然（Benjamini 与 Hochberg）；也是图中界限的水平。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Of the polynomial in time that goes before.</source>
      <translation>事先去除的时间多项式的次数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Of the surrogates.</source>
      <translation>替代序列的随机种子。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Points with a driver</source>
      <translation>有驱动因素的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Points with enough dates</source>
      <translation>日期足够的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Points with their driver</source>
      <translation>带驱动因素的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Polygons: the mean series of the points in each of them is looked at, too.</source>
      <translation>多边形：同时考察每个多边形内各点的平均序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Rate</source>
      <translation>速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Series of noise that tell what chance does.</source>
      <translation>说明偶然性的噪声序列数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Share of false connections</source>
      <translation>虚假关联的比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Step of the lags (days)</source>
      <translation>滞后的步长（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Surrogates</source>
      <translation>替代序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Take off the season</source>
      <translation>去除季节</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Tells whether rain, a river's or reservoir's level, temperature or any other table of dates drives the motion, and how many days later: lagged regression against no driver with p-values by surrogates and over all points, memory of antecedent rain, and wavelet coherence with its significance and cone of influence. Points get their lag with its interval; a report shows the curves and coherograms.</source>
      <translation>判断降雨、河流或水库水位、温度或其他日期表是否驱动运动以及滞后多少天：与无驱动比较的滞后回归，p 值由替代序列给出并对全部点校正；前期降雨的记忆；小波相干及其显著性和影响锥。点得到滞后及其区间；报告显示曲线和相干谱图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>The displacement itself (levels, temperature), or its rate (rain on a landslide). A rate leads its displacement by a quarter of a period: lags of the two differ by that.</source>
      <translation>位移本身（水位、温度）或其速率（滑坡上的降雨）。速率比位移超前四分之一周期：两者的滞后相差于此。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>The ground remembers what came before with weights that fall as exp(-age/memory); several are tried, as 0, 15, 60. Empty: 15, 30, 60 and 120 for amounts such as rain, and 0 for levels.</source>
      <translation>地面以 exp(-时间/记忆) 衰减的权重记住此前的值；可试多个，如 0, 15, 60。留空：雨量等累积量用 15、30、60 和 120，水位用 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>The same of the mean series in each area.</source>
      <translation>每个区域平均序列的同样结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>Wavelet coherence of the first of them.</source>
      <translation>其中第一条的小波相干。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>What follows the driver</source>
      <translation>什么跟随驱动因素</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>antecedent rainfall</source>
      <translation>前期降雨</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>cross-correlation</source>
      <translation>互相关</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>driver, lag_days with the interval lag_low_days to lag_high_days (95 %), memory_days, effect_mm_per_unit with its standard deviation, correlation, delta_aic against no driver, p, p_adjusted over the points, driven (1 or 0), then what the points' table says.</source>
      <translation>driver、lag_days 及其区间 lag_low_days 至 lag_high_days（95 %）、memory_days、effect_mm_per_unit 及其标准差、correlation、与无驱动相比的 delta_aic、p、对点校正的 p_adjusted、driven（1 或 0），然后是点表中的内容。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>lag</source>
      <translation>滞后</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>rain</source>
      <translation>降雨</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>reservoir level</source>
      <translation>水库水位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>temperature</source>
      <translation>温度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/drivers.py" />
      <source>wavelet coherence</source>
      <translation>小波相干</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>A failure that is more likely than not and would come within so many days after the last date is an alarm.</source>
      <translation>若破坏很可能在最后日期之后这么多天内发生，则为警报。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>A sine and a cosine of a year; used where the series are two years long or more.</source>
      <translation>一年周期的正弦和余弦；序列不短于两年时使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Alarm within (days)</source>
      <translation>警报期限（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Alarms of steady series by chance (%)</source>
      <translation>稳定序列偶然出现警报的比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Areas with a warning</source>
      <translation>有预警的区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Areas with their level</source>
      <translation>区域及其等级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Changes are looked for in the last so much of the time.</source>
      <translation>在时间的最后这一部分中寻找变化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Creep slower than this counts as fast as this, so that ground that hardly moved is no alarm as soon as it begins to.</source>
      <translation>慢于此值的蠕变按此值计，以免几乎不动的地面刚一移动就报警。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Dates behind a change of the rate</source>
      <translation>速率变化之后的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Days from the last date to the failure of the worst series</source>
      <translation>最危险序列从最后日期到破坏的天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Distance within an area (m)</source>
      <translation>区域内的距离（米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>False warnings (%)</source>
      <translation>误报（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>For the desk of the civil protection: levels, what they mean and how often they come by chance, and the curves of the areas or of the worst points.</source>
      <translation>供民防部门使用：等级、含义及其偶然出现的频率，以及各区域或最危险点的曲线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Largest chance that a rate grows</source>
      <translation>速率增长的最大概率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Least creep for the tangent angle (mm/yr)</source>
      <translation>切线角的最小蠕变速率（毫米/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Least days within its interval</source>
      <translation>其区间内的最少天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Level of the failure time's interval</source>
      <translation>破坏时间区间的置信水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Most days within its interval</source>
      <translation>其区间内的最多天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Of the simulated series.</source>
      <translation>用于模拟序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Points at alarm</source>
      <translation>警报级的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Points at alert</source>
      <translation>警戒级的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Points at attention</source>
      <translation>注意级的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Points with their level</source>
      <translation>点及其等级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Polygons, such as mapped landslides, that get a level of their own. Without any, points with a warning that lie near each other make areas.</source>
      <translation>多边形（如已测绘的滑坡）各得一个等级。若不提供，则相邻的预警点组成区域。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Season in the creep</source>
      <translation>蠕变中的季节项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Share of points with steady creep that get any level at all by chance.</source>
      <translation>稳定蠕变的点偶然得到任一等级的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Share of the failures that it shall hold.</source>
      <translation>区间应包含的破坏比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Start of the creep</source>
      <translation>蠕变开始日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Warnings of steady series by chance (%)</source>
      <translation>稳定序列偶然出现预警的比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Watches series of motion for what comes before a landslide fails: departure from steady creep, a growing rate, and growth towards a failure, whose time is fitted to the displacement with an interval. Points and areas get a level (attention, alert, alarm), with the rate of false ones by simulated series of the same noise, and a report with the curves for the desk of the civil protection.</source>
      <translation>监视运动序列中滑坡破坏之前的迹象：偏离稳定蠕变、速率增长以及趋向破坏的增长，破坏时间由位移拟合并给出区间。点和区域得到等级（注意、警戒、警报），并由相同噪声的模拟序列给出误报率，另附供民防部门使用的曲线报告。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>Without areas: points with a warning that are no farther apart belong together.</source>
      <translation>未给区域时：相距不超过此值的预警点归为一组。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>YYYYMMDD: its decaying part goes with the logarithm of the time since then. Empty: a usual distance of the dates before the first one.</source>
      <translation>YYYYMMDD：其衰减部分随自该日起时间的对数变化。留空：第一个日期之前一个常用间隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>early warning</source>
      <translation>早期预警</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>fukuzono</source>
      <translation>福囿</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>inverse velocity</source>
      <translation>速度倒数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>level (0 none, 1 attention, 2 alert, 3 alarm), chances that the rate grows and that it grows towards a failure, tangent angle, rates, onset, failure with its interval, departure of the last dates from the creep before, then what the points' table says.</source>
      <translation>level（0 无，1 注意，2 警戒，3 警报），速率增长及趋向破坏的概率，切线角，速率，起始日期，破坏日期及区间，最后日期偏离此前蠕变的程度，然后是点表中的内容。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>level: reached by three of the points in it at least, and by more than chance makes; how many reach each level, the first failure among them.</source>
      <translation>level：其中至少三个点达到且多于偶然数目；达到各等级的点数以及其中最早的破坏。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/failurewarning.py" />
      <source>voight</source>
      <translation>沃伊特</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>By date, with intervals.</source>
      <translation>按日期，带区间。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>CSV with a date and a value a row, such as rain or a level: one file a driver. Beyond the last date of a series they are what they usually are at that time of the year.</source>
      <translation>每行一个日期和一个值的 CSV，如降雨或水位：每个驱动因素一个文件。序列最后日期之后取一年中该时节的常值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Dates held out within the interval (%)</source>
      <translation>留出日期落入区间的比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Days ahead</source>
      <translation>预测天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Each is a term of its own.</source>
      <translation>每个滞后自成一项。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Forecast of series</source>
      <translation>序列预测</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Forecasts of these series</source>
      <translation>这些序列的预测</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Forecasts series of motion by ridge regression and Gaussian processes on trend, season and drivers, always beside no change and a straight line: the last part of each series is held out, the report tells the errors of all four, and earlier forecasts choose the method by point and make the intervals as wide as they have to be.</source>
      <translation>以岭回归和高斯过程对趋势、季节和驱动因素预测运动序列，并始终与“不变”和直线并列：每条序列的最后一段留出，报告给出四者的误差；更早的预测逐点选择方法，并使区间具有应有的宽度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Hold-out table of all methods, and the forecasts of up to four series: of the areas, or of the mean of all points.</source>
      <translation>所有方法的留出误差表，以及最多四条序列的预测：区域的序列，或全部点的平均。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>How far to forecast; as much of each series is held out to judge it.</source>
      <translation>预测多远；每条序列留出同样长的一段来评判。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Lags of the drivers (days)</source>
      <translation>驱动因素的滞后（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Level of the intervals</source>
      <translation>区间的置信水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Median error of a straight line (mm)</source>
      <translation>直线的误差中位数（毫米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Median error of no change (mm)</source>
      <translation>“不变”的误差中位数（毫米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Median error of ridge regression (mm)</source>
      <translation>岭回归的误差中位数（毫米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Median error of the Gaussian process (mm)</source>
      <translation>高斯过程的误差中位数（毫米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Median error of the method chosen by point (mm)</source>
      <translation>逐点所选方法的误差中位数（毫米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Memory of the drivers (days)</source>
      <translation>驱动因素的记忆（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Points where the chosen one beats no change and the line (%)</source>
      <translation>所选方法优于“不变”和直线的点（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Points with a forecast</source>
      <translation>有预测的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Points with their forecast</source>
      <translation>带预测的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Polygons: the mean series of the points in each of them is shown in the report.</source>
      <translation>多边形：报告中显示每个多边形内各点的平均序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>Share of the dates ahead that they shall hold.</source>
      <translation>区间应包含的未来日期的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>The mean of what came before with weights that fall as exp(-age/memory); 0: the day's own value. Amounts such as rain: 30 if empty, levels 0.</source>
      <translation>以 exp(-时间/记忆) 衰减的权重对此前取平均；0：当天的值。留空时雨量等取 30，水位取 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>extrapolation</source>
      <translation>外推</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>gaussian process</source>
      <translation>高斯过程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>hold-out</source>
      <translation>留出</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>method, change_mm from the last date to the end of the forecast with its interval, root mean square errors of all methods on the dates that were held out, covered (share of those within the interval), then what the points' table says.</source>
      <translation>method、从最后日期到预测末尾的 change_mm 及其区间、所有方法在留出日期上的均方根误差、covered（其中落入区间的比例），然后是点表中的内容。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/forecastseries.py" />
      <source>ridge regression</source>
      <translation>岭回归</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>1000: fresh water; 1025: the sea; 917: ice.</source>
      <translation>1000：淡水；1025：海水；917：冰。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>A sine and a cosine of a year go before the fit: the air has a season, too. Take it out for a reservoir that has nothing but a season.</source>
      <translation>拟合前先去除一年周期的正弦和余弦：大气也有季节变化。若水库只有季节变化，请关闭。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Around the water.</source>
      <translation>水体周围。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>BIC without viscous motion less that with it</source>
      <translation>不含粘性形变的 BIC 减去含粘性形变的 BIC</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Bands up, east and north (mm), by the change of level from the first to the last date (or by one metre).</source>
      <translation>上、东、北三个波段（mm），对应首日到末日的水位变化（或一米）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Boussinesq</source>
      <translation>Boussinesq 解</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>By metre of level (mm)</source>
      <translation>每米水位（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>CSV with a date and a level (m, up) a row. Without it the load of one metre is shown.</source>
      <translation>CSV，每行一个日期和一个水位（m，向上为正）。没有它则显示一米的荷载。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Change of level that is shown (m)</source>
      <translation>所示的水位变化（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Density below the plate (kg/m³)</source>
      <translation>板下密度（kg/m³）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Density of the load (kg/m³)</source>
      <translation>荷载密度（kg/m³）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Elastic motion</source>
      <translation>弹性形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Its mass (Gt)</source>
      <translation>其质量（Gt）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Largest one within 95 % (GPa)</source>
      <translation>95 % 内的最大值（GPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Largest one within 95 % (Pa s)</source>
      <translation>95 % 内的最大值（Pa s）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Largest vertical motion, elastic (mm)</source>
      <translation>最大垂直形变，弹性（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Largest vertical motion, viscous (mm)</source>
      <translation>最大垂直形变，粘性（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Least one within 95 % (GPa)</source>
      <translation>95 % 内的最小值（GPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Least one within 95 % (Pa s)</source>
      <translation>95 % 内的最小值（Pa s）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Level</source>
      <translation>水位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Maps what the weight of a lake or reservoir does to the ground as its level goes up and down: at once, on an elastic half-space (vertical and horizontal), and by and by, as a plate on viscous ground. With series of motion it tells the Young's modulus, and the viscosity, that fit best, with their intervals.</source>
      <translation>绘制湖泊或水库水位升降时其重量对地面的作用：即时的（弹性半空间，垂直和水平），以及逐渐的（粘性介质上的板）。给出形变序列时，求最佳拟合的杨氏模量和粘度及其区间。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Margin of the map (km)</source>
      <translation>地图边距（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Metres of water by metre of level (1 inside of a lake), or the load itself where no level is given.</source>
      <translation>每米水位对应的水深（m，湖内为 1）；未给水位时为荷载本身。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Of the change that is shown, and of the series.</source>
      <translation>所示变化及序列的日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Of the flight, clockwise from north. Empty: as the points tell.</source>
      <translation>飞行方向，从北顺时针。留空：按点自身的信息。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Of the ground, and of the plate.</source>
      <translation>地面和板的杨氏模量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Of the line of sight; 0: the motion is vertical. Empty: as the points tell.</source>
      <translation>视线的入射角；0：形变为垂直。留空：按点自身的信息。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Of the map; a 250th of its longer side if empty.</source>
      <translation>地图像元大小；留空为长边的 1/250。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Or raster of the load (m)</source>
      <translation>或荷载栅格（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Points that are fitted</source>
      <translation>参与拟合的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Points with the load's motion</source>
      <translation>带荷载形变的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Poisson's ratio</source>
      <translation>泊松比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Polygons of the water; its level goes up and down on all of them alike.</source>
      <translation>水体多边形；所有多边形的水位同步升降。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Shoreline</source>
      <translation>岸线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Size of the load's pattern in the motion, beside the level.</source>
      <translation>形变中荷载模式的大小，与水位并列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Such as 1e19; two, as 1e17, 1e21, for a search between them. Empty: elastic alone.</source>
      <translation>例如 1e19；给两个值（如 1e17, 1e21）则在其间搜索。留空：仅弹性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Thickness of the plate (km)</source>
      <translation>板厚（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Up (mm), from the first to the last date, of a plate on viscous ground, by all changes of level since the table begins.</source>
      <translation>首日到末日的垂直形变（mm），粘性介质上的板，计入水位表开始以来的所有变化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Viscosity below the plate (Pa s)</source>
      <translation>板下粘度（Pa s）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Viscosity that fits best (Pa s)</source>
      <translation>最佳拟合粘度（Pa s）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Viscous motion</source>
      <translation>粘性形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Weight of lakes and reservoirs</source>
      <translation>湖泊与水库的重量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>What lies on the viscous ground.</source>
      <translation>位于粘性介质之上的部分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>What the sinking plate pushes aside.</source>
      <translation>板下沉时排开的物质。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Young's modulus (GPa)</source>
      <translation>杨氏模量（GPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>Young's modulus that fits best (GPa)</source>
      <translation>最佳拟合杨氏模量（GPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>flexure</source>
      <translation>挠曲</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>lithosphere</source>
      <translation>岩石圈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>loading</source>
      <translation>荷载</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>model_mm_per_m: along the line of sight by metre of level, by the model; observed_mm_per_m and its standard deviation: of each series; change_mm: the model's, from the first to the last date; then what the points' table says.</source>
      <translation>model_mm_per_m：模型给出的每米水位的视线向形变；observed_mm_per_m 及其标准差：由各序列求得；change_mm：模型的首日到末日变化；随后是点表中的其他列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>reservoir</source>
      <translation>储层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>rigidity</source>
      <translation>刚度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>viscosity</source>
      <translation>粘度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/lakeload.py" />
      <source>water level</source>
      <translation>水位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>All points of one square of this side count as one.</source>
      <translation>此边长的一个方格内的所有点算作一个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Cuts each landslide into head, body and toe down its slope and compares their rates: a faster head pushes and advances, a faster toe pulls and makes the slide grow upwards. With standard deviations, p-values that know that neighbouring points err alike, and the share of false types held over the inventory.</source>
      <translation>将每个滑坡沿坡向下分为头部、主体和坡脚并比较其速率：头部较快为推移式、向前推进，坡脚较快为牵引式、使滑坡向上扩展。带标准差、考虑相邻点误差相似的 p 值，并在整个编目上控制误判类型的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>In metres: its mean fall is the way down of each landslide.</source>
      <translation>单位为米：其平均坡降方向即每个滑坡的下坡方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Landslides with enough points</source>
      <translation>点数足够的滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Landslides with their type</source>
      <translation>带类型的滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Of the landslides that are called push or pull, at most this share is by chance (Benjamini and Hochberg).</source>
      <translation>在判为推移或牵引的滑坡中，至多此比例出于偶然（Benjamini 和 Hochberg）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Parts of landslides</source>
      <translation>滑坡各部位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Points that err alike (m)</source>
      <translation>误差相似的点（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Points with their part</source>
      <translation>带部位的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Polygons, as of an inventory or of 'Active areas'.</source>
      <translation>多边形，如编目或“活动区”的结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Pull</source>
      <translation>牵引</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Push</source>
      <translation>推移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>Share of false types</source>
      <translation>误判类型的比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>advancing</source>
      <translation>推移式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>retrogressive</source>
      <translation>牵引式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>toe</source>
      <translation>坡脚</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>type: push (the head is faster: advancing), pull (the toe is: retrogressive), uniform or unknown; rates of head, body and toe with standard deviations and points; difference of head and toe, p, p_adjusted; downslope_deg, length_m; then what the layer says.</source>
      <translation>type：push（头部较快：推移式）、pull（坡脚较快：牵引式）、uniform 或 unknown；头部、主体和坡脚的速率及标准差和点数；头部与坡脚之差、p、p_adjusted；downslope_deg、length_m；其后为图层原有字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/landslideparts.py" />
      <source>velocity_mm_yr, part (head, body, toe), landslide, share of the way down.</source>
      <translation>velocity_mm_yr、part（头部、主体、坡脚）、landslide、share（下坡路程的比例）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>A two-hundredth of the map if empty.</source>
      <translation>若为空则取地图的二百分之一。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>At most so many of each orbit.</source>
      <translation>每条轨道最多取这么多。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Bands: subsidence_mm (down) with its standard deviation, tilt_mm_m, curvature_mm_m2 and strain_mm_m (the principal ones of larger size, tension positive), east_mm, north_mm.</source>
      <translation>波段：subsidence_mm（向下）及其标准差、tilt_mm_m、curvature_mm_m2 和 strain_mm_m（绝对值较大的主值，拉为正）、east_mm、north_mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>By which rates without series are multiplied.</source>
      <translation>没有时间序列的速率乘以此年数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Cell of the forecast (m)</source>
      <translation>预测的单元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Clockwise from north; needed for a dipping seam.</source>
      <translation>自北顺时针；倾斜煤层必需。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Date of the mining</source>
      <translation>开采日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Depth (m)</source>
      <translation>深度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Dip (degrees)</source>
      <translation>倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Direction of the dip (degrees)</source>
      <translation>倾向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Displacement factor</source>
      <translation>水平移动系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Final basin</source>
      <translation>最终盆地</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Fits the probability-integral method to motion over underground mining, along one or two lines of sight: subsidence factor, main influence angle, inflection offset, displacement factor, propagation angle, and Knothe's settling in time, each with its interval. Finds the goaf where the panel is not known, and forecasts the final basin: subsidence with its uncertainty, tilt, curvature and horizontal strain.</source>
      <translation>用概率积分法拟合地下开采上方沿一个或两个视线方向的运动：下沉系数、主要影响角、拐点偏移距、水平移动系数、开采影响传播角以及 Knothe 时间函数，各带区间。工作面未知时定位采空区，并预测最终盆地：带不确定度的下沉、倾斜、曲率和水平变形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Half of the points' extent if empty.</source>
      <translation>若为空则取点范围的一半。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>If empty it is 1 m, and the subsidence factor is the largest possible subsidence in metres.</source>
      <translation>若为空则为 1 m，此时下沉系数即最大可能下沉量（米）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Inflection offset over depth</source>
      <translation>拐点偏移距与深度之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Its standard deviation</source>
      <translation>其标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Its standard deviation (mm)</source>
      <translation>其标准差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Knothe</source>
      <translation>Knothe</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Knothe's coefficient (1/yr)</source>
      <translation>Knothe 系数（1/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Known parameters</source>
      <translation>已知参数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Largest final subsidence (mm)</source>
      <translation>最大最终下沉（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Largest side of a panel that is looked for (m)</source>
      <translation>所搜索工作面的最大边长（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Mining subsidence</source>
      <translation>开采沉陷</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Of the flight, clockwise from north.</source>
      <translation>飞行方向，自北顺时针。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Of the middle of the panel.</source>
      <translation>工作面中心的深度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Of the points used and of the search.</source>
      <translation>用于选点和搜索。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Of the seam.</source>
      <translation>煤层的倾角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Panel</source>
      <translation>工作面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Parameters with intervals of 90 %, profiles of the basin, observed against modelled.</source>
      <translation>带 90 % 区间的参数、盆地剖面、观测与模型对比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Points used</source>
      <translation>所用点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Points with the model</source>
      <translation>带模型值的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Polygons of what was taken out; looked for as a level rectangle if empty.</source>
      <translation>已采出部分的多边形；若为空则按水平矩形搜索。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Propagation angle (degrees)</source>
      <translation>传播角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>RMS of the residuals (mm)</source>
      <translation>残差 RMS（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Share settled at the last date (%)</source>
      <translation>最后日期时已沉降的比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Subsidence factor</source>
      <translation>下沉系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Such as tan_beta=2, q=0.7: of q, tan_beta, offset (over depth), b, theta (degrees), c (1/yr); the others are fitted.</source>
      <translation>如 tan_beta=2, q=0.7：可为 q、tan_beta、offset（与深度之比）、b、theta（度）、c（1/年）；其余由拟合得出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Tangent of the main influence angle</source>
      <translation>主要影响角正切</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>The panel that was given or found, with the parameters and their standard deviations.</source>
      <translation>给定或找到的工作面，带参数及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Thickness taken out (m)</source>
      <translation>采出厚度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>Where points have no los_east, los_north and los_up.</source>
      <translation>用于没有 los_east、los_north 和 los_up 的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>YYYYMMDD: of series, the settling in time after Knothe is fitted, too. Without it the motion of all of the series is taken as final.</source>
      <translation>YYYYMMDD：对时间序列还拟合 Knothe 的随时间沉降。若无，则把整个序列的运动当作最终值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>coal</source>
      <translation>煤</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>goaf</source>
      <translation>采空区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>horizontal strain</source>
      <translation>水平变形</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>longwall</source>
      <translation>长壁</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>observed_mm and model_mm of the last date along the line of sight, residual_mm, and the final up_mm of the model.</source>
      <translation>最后日期沿视线的 observed_mm 和 model_mm、residual_mm，以及模型的最终 up_mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>probability integral method</source>
      <translation>概率积分法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/miningsubsidence.py" />
      <source>tilt</source>
      <translation>倾斜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>At the end of the series: forecast from what was before, to judge it.</source>
      <translation>序列末尾的天数：用之前的数据预测，以检验预测。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Dates held out within the band (%)</source>
      <translation>落在区间内的留出日期（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Dates of the forecast</source>
      <translation>预测日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Days held out</source>
      <translation>留出天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Elevation model after</source>
      <translation>后期高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Elevation model before</source>
      <translation>前期高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>End of dumping</source>
      <translation>填筑结束日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>End of the primary consolidation, after the end of dumping; dates before it are not used.</source>
      <translation>主固结结束的时间，自填筑结束起算；此前的日期不使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Error of a straight line (mm)</source>
      <translation>直线的误差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Error on the dates held out (mm)</source>
      <translation>留出日期上的误差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Field of the end of dumping</source>
      <translation>填筑结束日期字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Field of the thickness (m)</source>
      <translation>厚度字段（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Fits settlement by the logarithm of the time since the end of dumping to series of motion, with an offset, as series of radar begin at their own zero. The thickness is that of two elevation models, a raster, a number, or none; out come the coefficient of secondary compression, the settlement still to come with its band, and the errors on the last year beside a straight line.</source>
      <translation>用填筑结束以来时间的对数拟合位移序列的沉降，并带一个偏移量，因为雷达序列从自身的零点开始。厚度取自两个高程模型、一个栅格、一个数值，或不给；结果为次压缩系数、剩余沉降及其区间，以及最后一年与直线并列的误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Goes into that of c; of two elevation models, of their difference.</source>
      <translation>计入 c 的标准差；若用两个高程模型，则为其差的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Hold-out table beside a straight line, and forecasts of up to four fills, or of the mean of all points.</source>
      <translation>与直线并列的留出检验表，以及最多四个填方（或全部点均值）的预测。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>In metres.</source>
      <translation>单位：米。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Least thickness (m)</source>
      <translation>最小厚度（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Level of the bands</source>
      <translation>区间的置信水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Median c</source>
      <translation>c 的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Median c H (mm)</source>
      <translation>c H 的中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Median motion still to come (mm)</source>
      <translation>剩余运动的中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Median standard deviation of c H (mm)</source>
      <translation>c H 标准差的中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Of all of the fill. Without any thickness c H is fitted.</source>
      <translation>整个填方的厚度。不给厚度时拟合 c H。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Of the areas.</source>
      <translation>区域图层的字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Of the areas: YYYYMMDD or YYYY-MM-DD, for the points in each of them.</source>
      <translation>区域图层的字段：YYYYMMDD 或 YYYY-MM-DD，用于各区域内的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Of the ground under the fill, metres; the thickness is the one after less this.</source>
      <translation>填方下原地面的高程，米；厚度为填后减去此模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Of the top of the fill.</source>
      <translation>填方顶面的高程。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Offset of the series</source>
      <translation>序列的偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Points where the straight line is better (%)</source>
      <translation>直线更优的点（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Points with settlement</source>
      <translation>有沉降结果的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Points with their settlement</source>
      <translation>点及其沉降</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Polygons of fills: the mean series of the points in each of them is shown in the report.</source>
      <translation>填方多边形：报告中显示各多边形内点的平均序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>R² for a straight line</source>
      <translation>直线的 R²</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>R² of observed and forecast</source>
      <translation>观测与预测的 R²</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Season in the motion</source>
      <translation>运动中的季节项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Series of radar begin at their own zero and need it. Without it displacements count from Tp, as levelling that began then has them.</source>
      <translation>雷达序列从自身的零点开始，因此需要它。不用时位移自 Tp 起算，如从那时开始的水准测量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Settlement of fills</source>
      <translation>填方沉降</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Share of what comes that they shall hold.</source>
      <translation>区间应包含的未来值比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Slope for a straight line</source>
      <translation>直线的斜率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Slope of observed against forecast</source>
      <translation>观测对预测的斜率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Standard deviation of the thickness (m)</source>
      <translation>厚度的标准差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Thickness as a raster</source>
      <translation>厚度栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Thinner fill gets no c.</source>
      <translation>更薄的填方不给出 c。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>Tp (years)</source>
      <translation>Tp（年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>YYYYMMDD, several separated by commas. Empty: one, five and ten years after the last date.</source>
      <translation>YYYYMMDD，多个以逗号分隔。留空：最后日期之后一年、五年和十年。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>YYYYMMDD: settlement goes with the logarithm of the time since then. Needed unless the areas tell it.</source>
      <translation>YYYYMMDD：沉降随此后时间的对数变化。除非区域图层给出，否则必填。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>c H (mm for each decade of time, positive where it settles) and c with their standard deviations, the rate on the last date, the motion still to come until the last date of the forecast (change_mm) with its band, and by_YYYYMMDD_mm for each date; errors on the dates held out of the logarithm and of a straight line; then what the points' table says.</source>
      <translation>c H（时间每增加十倍的毫米数，沉降为正）和 c 及其标准差、最后日期的速率、到最后预测日期为止的剩余运动（change_mm）及其区间，以及每个日期的 by_YYYYMMDD_mm；对数与直线在留出日期上的误差；其后为点表中的内容。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>consolidation</source>
      <translation>固结</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>dump</source>
      <translation>排土场</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>embankment</source>
      <translation>路堤</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>fill</source>
      <translation>填方</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/settlement.py" />
      <source>landfill</source>
      <translation>垃圾填埋场</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>1, true or yes on active ground; 'active' or the first such field if empty.</source>
      <translation>活动地面上为 1、true 或 yes；若为空则取 'active' 或第一个此类字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>AUROC</source>
      <translation>AUROC</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Active share of the ground (%)</source>
      <translation>地面的活动比例（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>All fields of numbers if empty.</source>
      <translation>若为空则取所有数值字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Area under the ROC curve in training</source>
      <translation>训练中的 ROC 曲线下面积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Areas under the ROC curve in training, on random folds and on other places; reliability; importance of the factors.</source>
      <translation>训练、随机折和其他地点上的 ROC 曲线下面积；可靠性；因子重要性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Bands: probability, and its standard deviation over models of tiles drawn again.</source>
      <translation>波段：概率，以及对方块重抽样的各模型之间的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Field: active</source>
      <translation>字段：活动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Fields: classes</source>
      <translation>字段：类别</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Fields: factors</source>
      <translation>字段：因子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Folds</source>
      <translation>折数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Forest on other places</source>
      <translation>其他地点上的森林</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Judged samples</source>
      <translation>已评判的样本</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Largest area within its interval (95 %)</source>
      <translation>其区间（95 %）内的最大面积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Least area within its interval (95 %)</source>
      <translation>其区间（95 %）内的最小面积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Logistic regression</source>
      <translation>逻辑回归</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Logistic regression in training</source>
      <translation>训练中的逻辑回归</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Logistic regression on other places</source>
      <translation>其他地点上的逻辑回归</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Maps how prone ground is to landslides, by logistic regression or a random forest on slope, aspect, curvature, land cover, rain and distances: probability with its uncertainty, brought to the share of active ground that there is. Judged on parts of the map that were left out as a whole, beside random folds and training, with intervals, reliability and the importance of the factors.</source>
      <translation>用逻辑回归或随机森林，按坡度、坡向、曲率、土地覆盖、降雨和距离绘制地面的滑坡易发程度：带不确定度的概率，并校正到实际的活动地面比例。在整块留出的地图部分上评判，并列出随机折和训练的结果，附区间、可靠性和因子重要性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Method: 1 logistic regression, 2 forest</source>
      <translation>方法：1 逻辑回归，2 森林</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Models of the map</source>
      <translation>地图的模型数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Of a forest.</source>
      <translation>森林的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Of samples, folds, forests and draws.</source>
      <translation>用于样本、折、森林和重抽样。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Of the cross-validation, with other folds.</source>
      <translation>交叉验证的重复，每次用不同的折。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Of tiles drawn again; their spread is the uncertainty.</source>
      <translation>对方块重抽样；其离散程度即不确定度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Pixels of the map</source>
      <translation>地图像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Places of the map that are left out one by one.</source>
      <translation>逐一留出的地图地点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Points or CSV with a field that tells active ground and a field a factor, as of 'Conditioning factors'; rasters whose bands are called like its fields give the map.</source>
      <translation>点或 CSV，含一个说明活动地面的字段和每个因子一个字段，如“孕灾因子”所给；波段与字段同名的栅格给出地图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Random forest</source>
      <translation>随机森林</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Repeats</source>
      <translation>重复次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Susceptibility</source>
      <translation>易发性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>The better one on other places</source>
      <translation>在其他地点上较好者</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>To which probabilities are brought; that of the inventory if empty, and of samples their own.</source>
      <translation>概率所校正到的比例；若为空则取编目的比例，样本则取其自身的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Trees</source>
      <translation>树数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>Which of them are codes of classes.</source>
      <translation>其中哪些是类别代码。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>active (1 or 0), fold, and the probability by models that did not learn from that place.</source>
      <translation>active（1 或 0）、fold，以及未从该地点学习的模型给出的概率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>best: the one with the larger area under the ROC curve on other places; logistic regression, or a random forest.</source>
      <translation>best：在其他地点上 ROC 曲线下面积较大者；逻辑回归，或随机森林。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>hazard map</source>
      <translation>危险性图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>logistic regression</source>
      <translation>逻辑回归</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>on other places</source>
      <translation>其他地点上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>on random folds</source>
      <translation>随机折上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>or samples</source>
      <translation>或样本</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>random forest</source>
      <translation>随机森林</translation>
    </message>
    <message>
      <location filename="../../processing_provider/forecast/susceptibility.py" />
      <source>spatial cross-validation</source>
      <translation>空间交叉验证</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>2d</source>
      <translation>2d</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>3d</source>
      <translation>3d</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>A year; a raster's own unit goes first.</source>
      <translation>每年的；栅格自身的单位优先。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>About the reference point.</source>
      <translation>参考点周围。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>All orbits look to the left of their flight.</source>
      <translation>所有轨道均向飞行方向左侧观测。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Along the flight (pixel offsets, multi-aperture or burst overlap), positive in flight direction: tells north.</source>
      <translation>沿飞行方向（像元偏移、多孔径或 burst 重叠区），飞行方向为正：用于确定北向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Along the line of sight, positive towards the satellite.</source>
      <translation>视线向，朝向卫星为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Along the slope's aspect</source>
      <translation>沿坡向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Aspects are those of planes fitted to so large a neighbourhood; 0 takes 3 x 3 cells.</source>
      <translation>坡向取自该大小邻域上的拟合平面；0 取 3 x 3 个像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Azimuth motion of the second orbit: points or raster</source>
      <translation>第二轨道的方位向形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Azimuth motion: points or raster</source>
      <translation>方位向形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Bands: correlation of the errors of both, condition number, residual (with more observations than components).</source>
      <translation>波段：两者误差的相关系数、条件数、残差（观测数多于分量数时）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Cell size (m)</source>
      <translation>网格单元大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Cells solved</source>
      <translation>解出的单元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Cells with a worse geometry are left out; an ascending and a descending Sentinel-1 have 1.0 to 1.7.</source>
      <translation>几何条件更差的单元被剔除；Sentinel-1 升降轨组合为 1.0 到 1.7。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Common level</source>
      <translation>公共基准</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Decompose into up and east</source>
      <translation>分解为垂直向与东西向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Displacements</source>
      <translation>位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>East series</source>
      <translation>东向时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>East, or along the aspect</source>
      <translation>东西向，或沿坡向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Elevation model</source>
      <translation>高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate</source>
      <translation>字段：速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate of the fourth orbit</source>
      <translation>字段：第四轨道的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate of the second orbit</source>
      <translation>字段：第二轨道的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: rate of the third orbit</source>
      <translation>字段：第三轨道的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation</source>
      <translation>字段：标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation of the fourth orbit</source>
      <translation>字段：第四轨道的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation of the second orbit</source>
      <translation>字段：第二轨道的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Field: standard deviation of the third orbit</source>
      <translation>字段：第三轨道的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Flat below (degrees)</source>
      <translation>平地坡度上限（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>For motion along the aspect: heights in metres.</source>
      <translation>用于沿坡向的形变：以米为单位的高程。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>For the names of the bands.</source>
      <translation>用于波段命名。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>For tracks without a layer of standard deviations.</source>
      <translation>用于没有标准差图层的轨道。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Gentler slopes have no aspect.</source>
      <translation>更缓的斜坡没有坡向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Geometry of the fourth orbit</source>
      <translation>第四轨道的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Geometry of the second orbit</source>
      <translation>第二轨道的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Geometry of the third orbit</source>
      <translation>第三轨道的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading of the fourth orbit (degrees)</source>
      <translation>第四轨道的航向角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading of the second orbit (degrees)</source>
      <translation>第二轨道的航向角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading of the third orbit (degrees)</source>
      <translation>第三轨道的航向角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading raster of the fourth orbit</source>
      <translation>第四轨道的航向角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading raster of the second orbit</source>
      <translation>第二轨道的航向角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Heading raster of the third orbit</source>
      <translation>第三轨道的航向角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Horizontal direction</source>
      <translation>水平方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence of the fourth orbit (degrees)</source>
      <translation>第四轨道的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence of the second orbit (degrees)</source>
      <translation>第二轨道的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence of the third orbit (degrees)</source>
      <translation>第三轨道的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence raster of the fourth orbit</source>
      <translation>第四轨道的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence raster of the second orbit</source>
      <translation>第二轨道的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Incidence raster of the third orbit</source>
      <translation>第三轨道的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Interpolated from GNSS, for example.</source>
      <translation>例如由 GNSS 内插得到。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Known there, from GNSS; 0 takes it as stable.</source>
      <translation>由 GNSS 得知的该处形变；0 视为稳定。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Largest condition number</source>
      <translation>最大条件数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Left out: directions alike</source>
      <translation>剔除：观测方向过于接近</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Left out: too few tracks</source>
      <translation>剔除：轨道数不足</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Left-looking radar</source>
      <translation>左视雷达</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the fourth orbit</source>
      <translation>第四轨道的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the fourth orbit: north</source>
      <translation>第四轨道视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the fourth orbit: up</source>
      <translation>第四轨道视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the second orbit</source>
      <translation>第二轨道的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the second orbit: north</source>
      <translation>第二轨道视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the second orbit: up</source>
      <translation>第二轨道视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the third orbit</source>
      <translation>第三轨道的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the third orbit: north</source>
      <translation>第三轨道视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Line-of-sight raster of the third orbit: up</source>
      <translation>第三轨道视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median condition number</source>
      <translation>条件数中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median east or along the aspect (mm or mm/yr)</source>
      <translation>东西向或沿坡向中位数（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median residual (mm or mm/yr)</source>
      <translation>残差中位数（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Median up (mm or mm/yr)</source>
      <translation>垂直向中位数（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Minimum number of points in a cell</source>
      <translation>单元内最少点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion and its standard deviation; along the aspect also the length, inclination (negative is down) and azimuth of the motion.</source>
      <translation>形变及其标准差；沿坡向时还有形变的大小、倾伏角（负值向下）和方位角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of all orbits.</source>
      <translation>所有轨道的形变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the fourth orbit: points or raster</source>
      <translation>第四轨道的形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the reference: east (mm or mm/yr)</source>
      <translation>参考处的形变：东（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the reference: north (mm or mm/yr)</source>
      <translation>参考处的形变：北（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the reference: up (mm or mm/yr)</source>
      <translation>参考处的形变：上（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the second orbit: points or raster</source>
      <translation>第二轨道的形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion of the third orbit: points or raster</source>
      <translation>第三轨道的形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion up and its standard deviation; mm/yr, or mm.</source>
      <translation>向上的形变及其标准差；mm/yr 或 mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Motion: points or raster</source>
      <translation>形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>North</source>
      <translation>北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>North motion: points or raster</source>
      <translation>北向形变：点或栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of each layer of points.</source>
      <translation>每个点图层的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the common grid; that of the coarsest raster if empty. Needed for points alone.</source>
      <translation>公共格网的；留空则取最粗栅格的像元大小。只有点时必填。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the first orbit, HDF5 in MintPy's layout (timeseries.h5) or of LiCSBAS (cum.h5): with those of the others it gives series of east and up.</source>
      <translation>第一轨道的时间序列，MintPy 结构的 HDF5（timeseries.h5）或 LiCSBAS 的（cum.h5）：与其他轨道的一起给出东向和垂向时间序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the north motion, where its layer has none. Without such a layer north is taken as zero, give or take so much, which goes into the errors of east and up; empty neglects it.</source>
      <translation>北向形变的标准差，用于其图层没有时。没有该图层时北向取零，其不确定度为此值，并计入东西向和垂直向的误差；留空则忽略。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Of the orbits' time series: HDF5 in MintPy's layout, metres, with standard deviations.</source>
      <translation>由各轨道的时间序列得出：MintPy 结构的 HDF5，单位米，含标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>On the grid of the motion's raster, where that has no band velocity_std.</source>
      <translation>与形变栅格同一格网，用于后者没有 velocity_std 波段时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Points with series (DYYYYMMDD): rates are fitted anew over the time that all tracks share.</source>
      <translation>含序列（DYYYYMMDD）的点：在所有轨道的共同时段内重新拟合速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Positive away from the satellite</source>
      <translation>远离卫星为正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Quality</source>
      <translation>质量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Radar geometry</source>
      <translation>雷达几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Radius of the slope (m)</source>
      <translation>坡度的半径（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations</source>
      <translation>标准差栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations of the fourth orbit</source>
      <translation>第四轨道的标准差栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations of the second orbit</source>
      <translation>第二轨道的标准差栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Raster of standard deviations of the third orbit</source>
      <translation>第三轨道的标准差栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Rates</source>
      <translation>速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Rates over the common time</source>
      <translation>共同时段内的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Solved, or why not.</source>
      <translation>已解出，或未解出的原因。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Standard deviation of azimuth motion (mm or mm/yr)</source>
      <translation>方位向形变的标准差（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Standard deviation of north (mm or mm/yr)</source>
      <translation>北向的标准差（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Standard deviation where there is none (mm or mm/yr)</source>
      <translation>缺少标准差时的取值（mm 或 mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Status</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Takes motion that two or more orbits saw along their lines of sight apart into up and east, by weighted least squares in every cell, with standard deviations, correlation and condition number. North, which near-polar orbits hardly see, is neglected, unless azimuth offsets or GNSS tell it, or its size is let into the errors. Or into up and along the steepest slope of an elevation model, with the direction of the motion. Layers (points or rasters, mixed) meet on one grid by the median in each cell. Cells whose directions are too much alike are left out; one orbit, or two that look from the same side, are refused. Every track is relative to its own reference: give a common one, or an offset between tracks becomes motion.</source>
      <translation>将两条或更多轨道沿各自视线向观测的形变，在每个单元内以加权最小二乘分解为垂直向与东西向，给出标准差、相关系数和条件数。近极轨卫星对北向几乎不敏感，故予以忽略，除非由方位向偏移或 GNSS 给出，或将其大小计入误差。也可分解为垂直向和沿高程模型最陡坡方向，并给出形变方向。各图层（点或栅格，可混用）以每个单元内的中位数归到同一格网。观测方向过于接近的单元被剔除；只有一条轨道，或两条从同侧观测的轨道，均不予计算。每条轨道相对于各自的参考：请给出共同参考，否则轨道间的偏移会成为形变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>The same for the motion up.</source>
      <translation>垂向运动，同上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Time series of the fourth orbit</source>
      <translation>第四轨道的时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Time series of the second orbit</source>
      <translation>第二轨道的时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Time series of the third orbit</source>
      <translation>第三轨道的时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Unit of the rates</source>
      <translation>速率的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Up series</source>
      <translation>垂向时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>What the layers hold</source>
      <translation>图层内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Where azimuth motion, north motion or its standard deviation is given.</source>
      <translation>用于给出方位向形变、北向形变或其标准差时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>Where the layer has none.</source>
      <translation>用于图层没有时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>ascending</source>
      <translation>升轨</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>aspect</source>
      <translation>坡向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>decomposition</source>
      <translation>分解</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>descending</source>
      <translation>降轨</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>east</source>
      <translation>东西向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>east: up and east; aspect: up and along the steepest slope of the elevation model (positive downhill).</source>
      <translation>east：垂直向与东西向；aspect：垂直向与沿高程模型最陡坡方向（顺坡向下为正）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>horizontal</source>
      <translation>水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>none: as the tracks are; area: the median of every track about a point is made the motion that is known there; level: constants that make three and more observations fit each other (what looks like motion in all of them stays).</source>
      <translation>none：各轨道保持原样；area：将每条轨道在某点周围的中位数归为该处已知的形变；level：以常数使三个及以上观测相互吻合（在所有观测中都像形变的部分保留）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>up</source>
      <translation>垂直向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/decompose.py" />
      <source>vertical</source>
      <translation>垂直</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Adds to the standard deviation of the rates; 0 takes slopes as exact.</source>
      <translation>计入速率的标准差；0 视坡度为精确值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Clip</source>
      <translation>截断</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Fastest rate downhill (mm/yr)</source>
      <translation>最大顺坡速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>For a raster: bands rate and standard deviation (mm/yr), C, slope, aspect.</source>
      <translation>用于栅格：波段为速率和标准差（mm/yr）、C、坡度、坡向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>For a raster: what became of every cell.</source>
      <translation>用于栅格：每个像元的处理结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>For points: all of their fields, and slope_velocity_mm_yr, slope_velocity_std_mm_yr, sensitivity_c, slope_deg, aspect_deg (downhill), slope_status.</source>
      <translation>用于点：其全部字段，以及 slope_velocity_mm_yr、slope_velocity_std_mm_yr、sensitivity_c、slope_deg、aspect_deg（顺坡向下）、slope_status。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Gentler slopes are left out.</source>
      <translation>更缓的斜坡被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Heights in metres, in degrees or on a projected map.</source>
      <translation>以米为单位的高程，地理坐标（度）或投影坐标。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>It is flagged otherwise. Ground at rest has noise of both signs: leaving out one makes it slide.</source>
      <translation>否则仅作标记。静止地面的噪声有正有负：剔除其中一种符号会使其看似滑动。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Leave out motion uphill</source>
      <translation>剔除上坡方向的形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Left out: flat</source>
      <translation>剔除：平地</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Left out: low sensitivity</source>
      <translation>剔除：灵敏度低</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Median rate (mm/yr)</source>
      <translation>速率中位数（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Minimum sensitivity</source>
      <translation>最低灵敏度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Of these uphill</source>
      <translation>其中上坡方向的</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>On the grid of the velocity raster, where that has no band velocity_std.</source>
      <translation>与速率栅格同一格网，用于后者没有 velocity_std 波段时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Points along the slope</source>
      <translation>沿坡向的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Raster along the slope</source>
      <translation>沿坡向的栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Rates along the slope</source>
      <translation>沿坡向速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Rates: points or velocity raster</source>
      <translation>速率：点或速率栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Slopes are those of planes fitted to so large a neighbourhood (Gaussian weights, half the radius is their standard deviation); 0 takes 3 x 3 cells.</source>
      <translation>坡度取自该大小邻域上的拟合平面（高斯权，其标准差为半径的一半）；0 取 3 x 3 个像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Standard deviation of the slope (degrees)</source>
      <translation>坡度的标准差（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>The radar looks to the left of its flight (geometry files and line-of-sight rasters know by themselves).</source>
      <translation>雷达向飞行方向左侧观测（几何文件和视线向栅格自身已含此信息）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>The sign of the rates is turned first.</source>
      <translation>先反转速率的符号。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Turns rates along the line of sight into rates along the steepest slope of an elevation model, V = V_los / C, positive downhill, where C is the cosine between the line of sight and steepest descent. This takes for granted that the ground slides down the steepest slope. Where the radar hardly sees such motion (small C) a rate would be noise: it is left out, or C is held at its minimum. Flat ground has no direction and is left out; motion uphill is flagged. Standard deviations are carried over. Points keep all of their fields. Heights with noise tilt slopes: SRTM's few metres over 30 m make several degrees, so fit planes over 50 to 150 m.</source>
      <translation>将视线向速率换算为沿高程模型最陡坡方向的速率，V = V_los / C，顺坡向下为正，其中 C 为视线向与最陡下降方向夹角的余弦。这里假定地面沿最陡坡下滑。雷达对该方向几乎不敏感处（C 小）速率只是噪声：予以剔除，或将 C 限制在最小值。平地没有方向，予以剔除；上坡方向的形变作标记。标准差一并传递。点保留其全部字段。高程噪声会使斜坡倾斜：SRTM 在 30 m 上几米的误差就相当于好几度，因此宜在 50 到 150 m 上拟合平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>Where sensitivity is low</source>
      <translation>灵敏度低处</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>c index</source>
      <translation>c 指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>downslope</source>
      <translation>顺坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>drop: no rate; clip: C is held at the minimum sensitivity, with its sign, so the rate is an underestimate.</source>
      <translation>drop：不给速率；clip：C 保持最低灵敏度及其符号，因此速率偏小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>projection</source>
      <translation>投影</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>sensitivity</source>
      <translation>灵敏度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>vslope</source>
      <translation>vslope</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/slopevelocity.py" />
      <source>|C|; 0.2 to 0.3 in practice.</source>
      <translation>|C|；实际中取 0.2 到 0.3。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>A raster of classes, or polygons with a field of classes.</source>
      <translation>类别栅格，或含类别字段的多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Bands: CR index, score of the land cover, R index.</source>
      <translation>波段：CR 指数、土地覆盖得分、R 指数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CORINE Land Cover</source>
      <translation>CORINE 土地覆盖</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CR index</source>
      <translation>CR 指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CR index at which low, medium, high and very high begin.</source>
      <translation>低、中、高和极高等级起始的 CR 指数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>CSV with class, score, name; rows of the table above win.</source>
      <translation>含 class、score、name 的 CSV；上表中的行优先。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Cells, area, share, mean R index and targets by class and by land cover.</source>
      <translation>按等级和土地覆盖统计的像元数、面积、占比、平均 R 指数和目标点数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Classes, named in the legend.</source>
      <translation>类别，图例中列出名称。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>ESA WorldCover</source>
      <translation>ESA WorldCover</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Expected density</source>
      <translation>预期密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Expected density of targets</source>
      <translation>预期目标点密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Field of the class</source>
      <translation>类别字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>From the same run: passive layover and cast shadow. Without, only a cell's own slope counts.</source>
      <translation>来自同一次运行：被动叠掩和投射阴影。不给出时仅考虑像元自身的坡度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>From the tool 'Radar visibility'; or give an elevation model and an orbit instead.</source>
      <translation>来自工具“雷达可视性”；或改为给出高程模型和轨道。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Geometry measures</source>
      <translation>几何度量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>High and very high (%)</source>
      <translation>高和极高（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Instead of the geometry measures: heights in metres.</source>
      <translation>代替几何度量：以米为单位的高程。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Land cover</source>
      <translation>土地覆盖</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Limits of the classes</source>
      <translation>等级界限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Maps before any processing where radar targets are to be expected: the CR index, which is the R index (how well the terrain is turned to the radar) times a score of the land cover from 0 to 1, and classes of the density of targets. Layover and shadow get none. The scores that come with the tool (CORINE, ESA WorldCover) follow the order that Plank and Cigna found for C band, but their values are our own round numbers, fitted to nothing: give the targets that you have, and the table of shares tells their density by class and by land cover, from which you can set scores of your own.</source>
      <translation>在任何处理之前绘制预期可获得雷达目标点的位置：CR 指数，即 R 指数（地形朝向雷达的有利程度）乘以 0 到 1 的土地覆盖得分，以及目标点密度等级。叠掩和阴影处无目标点。工具自带的得分（CORINE、ESA WorldCover）遵循 Plank and Cigna 对 C 波段得出的次序，但数值是我们自定的取整值，未经任何拟合：请给出您已有的目标点，占比表会给出其按等级和土地覆盖的密度，据此可设定自己的得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Medium (%)</source>
      <translation>中（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>None to be expected (%)</source>
      <translation>预计没有（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Of polygons, such as CODE_18 of CORINE.</source>
      <translation>多边形的字段，如 CORINE 的 CODE_18。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Own scores</source>
      <translation>自定义得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Own scores from a file</source>
      <translation>来自文件的自定义得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Own table</source>
      <translation>自有表格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Points of an earlier result: counted by class and by land cover.</source>
      <translation>先前结果的点：按等级和土地覆盖统计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Rows of class, score (0 to 1) and name; in place of the scheme's, or beside them.</source>
      <translation>每行为类别、得分（0 到 1）和名称；代替方案中的得分，或作为补充。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Scores</source>
      <translation>得分方案</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Share by class</source>
      <translation>各类别占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Targets a km2 that were counted in high</source>
      <translation>高等级中统计的目标点数（每 km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Targets a km2 that were counted in low</source>
      <translation>低等级中统计的目标点数（每 km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Targets that there are</source>
      <translation>已有目标点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>The radar looks to the left of its flight.</source>
      <translation>雷达向飞行方向左侧观测。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Very low and low (%)</source>
      <translation>极低和低（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>Visibility</source>
      <translation>可视性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>corine</source>
      <translation>corine</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>corine: codes 111 to 523, or 1 to 44 of the raster edition; worldcover: 10 to 100; own: only the classes that are given below.</source>
      <translation>corine：代码 111 到 523，或栅格版的 1 到 44；worldcover：10 到 100；own：仅用下面给出的类别。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>cr index</source>
      <translation>cr 指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>feasibility</source>
      <translation>可行性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>land cover</source>
      <translation>土地覆盖</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>persistent scatterer density</source>
      <translation>永久散射体密度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>r index</source>
      <translation>r 指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/suitability.py" />
      <source>worldcover</source>
      <translation>worldcover</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Bands: R index, sensitivity C (positive where motion downhill is towards the satellite), local incidence, slope in range, slope and aspect (downhill) in degrees.</source>
      <translation>波段：R 指数、灵敏度 C（顺坡形变朝向卫星处为正）、局部入射角、距离向坡度、坡度和坡向（顺坡向下），以度为单位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Cells, area and share of every class.</source>
      <translation>各类别的像元数、面积和占比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Classes, as above.</source>
      <translation>同上的类别。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Gentler slopes are flat: no direction downhill.</source>
      <translation>更缓的斜坡视为平地：没有下坡方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Geometry measures of the second orbit</source>
      <translation>第二轨道的几何度量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Grazing angle (degrees)</source>
      <translation>掠射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>In layover (%)</source>
      <translation>叠掩（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>In shadow (%)</source>
      <translation>阴影（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Passive layover and cast shadow</source>
      <translation>被动叠掩和投射阴影</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Radar visibility</source>
      <translation>雷达可视性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Search along the rays. Without, only a cell's own slope counts.</source>
      <translation>沿射线搜索。不选时仅考虑像元自身的坡度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Seen by no orbit (%)</source>
      <translation>两条轨道均不可见（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Seen by the orbit (%)</source>
      <translation>该轨道可见（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Seen by the second orbit (%)</source>
      <translation>第二轨道可见（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Slopes facing away whose surface is that close to parallel with the beam.</source>
      <translation>背向雷达且坡面与波束夹角不超过此值的斜坡。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Tells from an elevation model and the orbit where a radar sees the ground: active and passive layover, active and cast shadow, slopes parallel to the beam, foreshortening, and how sensitive the line of sight is to motion down the slope. Passive layover and cast shadow are searched for along every ray at the model's resolution. With a second orbit (usually the other pass), a map of which orbit sees what. Directions are true: the convergence of the map's grid and the shape of pixels in degrees are taken into account. The wave front is taken as plane, and voids of the model hide nothing.</source>
      <translation>由高程模型和轨道判断雷达能观测到的地面：主动与被动叠掩、主动与投射阴影、平行于波束的斜坡、透视收缩，以及视线向对顺坡形变的灵敏度。被动叠掩和投射阴影按模型分辨率沿每条射线搜索。有第二轨道（通常为另一升降轨方向）时，给出各轨道可见范围的图。方向均为真方向：顾及地图格网的子午线收敛角和以度为单位的像元形状。波前视为平面，模型的空洞不遮挡任何地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>The radar looks to the left of its flight (a geometry file knows by itself).</source>
      <translation>雷达向飞行方向左侧观测（几何文件自身已含此信息）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Visibility of both orbits</source>
      <translation>两条轨道的可视性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Visibility of the second orbit</source>
      <translation>第二轨道的可视性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>Which orbit sees a cell.</source>
      <translation>每个像元由哪条轨道可见。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>dem</source>
      <translation>dem</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>foreshortening</source>
      <translation>透视收缩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>geometric distortion</source>
      <translation>几何畸变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>incidence</source>
      <translation>入射角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>layover</source>
      <translation>叠掩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>shadow</source>
      <translation>阴影</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>visibility</source>
      <translation>可视性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/geometry/visibility.py" />
      <source>|C|, the cosine between line of sight and steepest descent, from which a slope is sensitive; 0.2 to 0.3 in practice.</source>
      <translation>|C|，视线向与最陡下降方向夹角的余弦，达到此值的斜坡视为灵敏；实际中取 0.2 到 0.3。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Cut geometry</source>
      <translation>裁剪的几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Cut stack</source>
      <translation>裁剪的堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Detection first, series after: a folder of unwrapped interferograms is searched for basins and slopes that move, and the small-baseline chain and the active areas are worked out in the rectangle around them alone, each step a tool of its own. Where nothing is found, the log says so, and the model stops before the chain. Open it in the model designer to lower the least score or to add a second orbit.</source>
      <translation>先检测，后时序：在一个解缠干涉图文件夹中搜索移动的沉降盆地和斜坡，小基线链和活动区只在它们周围的矩形内计算，每一步都是独立的工具。若什么也没找到，日志会说明，模型在小基线链之前停止。可在模型设计器中打开，以降低最低分数或加入第二个轨道。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Ground around the detected objects that is worked on; it should hold ground that does not move, to which the series refers.</source>
      <translation>检测对象周围参与处理的地面；其中应有不动的地面，作为时序的参考。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>Interferograms to detected areas</source>
      <translation>从干涉图到检测区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/detectedareas.model3" />
      <source>The Groundshift developers</source>
      <translation>Groundshift 开发者</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Along the line of sight, positive towards the satellite; or unwrapped phase as MintPy, ISCE, HyP3 and LiCSAR have it.</source>
      <translation>沿视线向，朝向卫星为正；或与 MintPy、ISCE、HyP3 和 LiCSAR 一致的解缠相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Displacement to stress on faults</source>
      <translation>由位移到断层应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Displacement, first orbit</source>
      <translation>位移，第一轨道</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Displacement, second orbit</source>
      <translation>位移，第二轨道</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Down the dip, from the top; of traces without a bottom depth.</source>
      <translation>自顶部沿倾向向下；用于没有底部深度的迹线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Fault inventory</source>
      <translation>断层编目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>From displacement maps of two orbits to the stress on the faults around, each step a tool of its own: down-sampling of both maps, slip on the fault below its mapped trace, Coulomb stress change on every segment of a fault inventory. Traces dip to the right of the way they were drawn. Open it in the model designer to add orbits, GNSS, masks, dips to try, or aftershocks.</source>
      <translation>由两条轨道的位移图得到周围断层上的应力，每一步为一个独立工具：两幅位移图的降采样、由填绘迹线向下延伸的断层上的滑动、断层编目中每一段上的库仑应力变化。迹线向其绘制方向的右侧倾斜。可在模型设计器中打开，以添加轨道、GNSS、掩膜、待试倾角或余震。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>From the horizontal; of traces without a field of it.</source>
      <translation>自水平面起算；用于没有倾角字段的迹线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Heading, first orbit (degrees)</source>
      <translation>航向角，第一轨道（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Heading, second orbit (degrees)</source>
      <translation>航向角，第二轨道（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Incidence, first orbit (degrees)</source>
      <translation>入射角，第一轨道（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Incidence, second orbit (degrees)</source>
      <translation>入射角，第二轨道（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Its dip (degrees)</source>
      <translation>其倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Its width down the dip (km)</source>
      <translation>其沿倾向宽度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Lines in any CRS, on which the stress is resolved.</source>
      <translation>任意 CRS 的线，应力分解到其上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Lines, each a segment; the fault dips to the right of the way they were drawn.</source>
      <translation>线，每条为一个断层段；断层向绘制方向的右侧倾斜。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Report of the slip</source>
      <translation>滑动报告</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Stress on faults</source>
      <translation>断层上的应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Stress on segments</source>
      <translation>断层段上的应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/displacementtocoulomb.model3" />
      <source>Trace of the fault that broke</source>
      <translation>发震断层的迹线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>A finite-source rupture model (.fsp), .param or FFM.geojson of the U.S. Geological Survey, Coulomb's .inp or .inr, or a layer of slip patches as a file.</source>
      <translation>有限震源破裂模型 (.fsp)、美国地质调查局的 .param 或 FFM.geojson、Coulomb 的 .inp 或 .inr，或滑动子断层图层文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Fault in three dimensions</source>
      <translation>三维断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Lines in any CRS, on whose dipping planes the stress is resolved; nothing is resolved without.</source>
      <translation>任意坐标系的线，应力将投影到其倾斜断层面上；不提供则不计算应力。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Sets up QGIS' 3-D map of an earthquake: patches of slip in their place below the terrain, and the stress change on the dipping planes of the mapped faults around. The layers carry their look, the project takes the elevation model as its terrain and a metric CRS: open View, 3D Map Views, New 3D Map View. Rasters, points and arrows of other tools lie over the terrain as they are on the map.</source>
      <translation>为地震建立 QGIS 三维地图：滑动子断层位于地形之下的真实位置，并显示周围已填图断层倾斜面上的应力变化。图层自带三维外观，工程采用该高程模型作为地形并使用米制坐标系：打开“视图 - 三维地图视图 - 新建三维地图视图”。其他工具的栅格、点和箭头按地图上的样式覆盖在地形上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Slip model</source>
      <translation>滑动模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/faultscene.model3" />
      <source>Stress on planes</source>
      <translation>断层面上的应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>A product's folder, as 'Import radar images' takes it.</source>
      <translation>产品文件夹，与“导入雷达影像（SLC）”所读的相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>Folder of radar images</source>
      <translation>雷达影像文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>From a folder of coregistered radar images to the motion of persistent and distributed scatterers, each step a tool of its own: import, PS candidates, phase linking, unwrapping, SBAS inversion, DEM error, velocity, points. The images must bring baselines for the DEM error. Open it in the model designer to change a step; 'Images to motion (PS and DS)' does the same in one tool.</source>
      <translation>由一个文件夹的配准雷达影像得到永久散射体和分布式散射体的形变，每一步为一个独立工具：导入、PS 候选点、相位链接、解缠、SBAS 反演、DEM 误差、速率、点。改正 DEM 误差要求影像带有基线。可在模型设计器中打开以修改某一步；“影像到形变（PS 与 DS）”用一个工具完成同样的处理。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>Images to motion, step by step</source>
      <translation>影像到形变（分步）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestomotion.model3" />
      <source>Least goodness of fit</source>
      <translation>最低拟合优度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Base of the slides</source>
      <translation>滑坡底面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Between the images, and between the elevation models: both should be of the same days, as the thickness is made of rates.</source>
      <translation>两幅影像之间以及两个高程模型之间的年数：二者应为相同日期，因为厚度由速率求得。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>From two images and two elevation models to motion, height change, thickness and volume of landslides, each step a tool of its own: offsets between the images, the later elevation model aligned with the earlier one, their difference with volumes, and the thickness by conservation of mass. Images may be optical or shaded reliefs of the elevation models. Open it in the model designer to change chips, filters or the flow law.</source>
      <translation>由两幅影像和两个高程模型得到滑坡的运动、高程变化、厚度和体积，每一步都是单独的工具：影像间的偏移量，后期高程模型与前期配准，二者之差及体积，以及由质量守恒求得的厚度。影像可以是光学影像或高程模型的山体阴影。在模型设计器中打开可更改匹配窗口、滤波或流变定律。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Height change</source>
      <translation>高程变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Image after</source>
      <translation>后期影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Image before</source>
      <translation>前期影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Images and elevation models to thickness</source>
      <translation>由影像和高程模型到厚度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Magnitude of motion</source>
      <translation>运动大小</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Search distance (m)</source>
      <translation>搜索距离（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Their outlines as polygons: where they end they have no thickness. All other ground tells about the errors of the heights.</source>
      <translation>其轮廓多边形：边界处厚度为零。其余地面用于反映高程误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Thickness</source>
      <translation>厚度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Volumes</source>
      <translation>体积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Volumes of the change</source>
      <translation>变化的体积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/imagestothickness.model3" />
      <source>Years between</source>
      <translation>间隔年数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/interferogramstopoints.model3" />
      <source>Interferograms to motion points</source>
      <translation>干涉图到形变点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/interferogramstopoints.model3" />
      <source>Least temporal coherence</source>
      <translation>最低时间相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/interferogramstopoints.model3" />
      <source>The whole way from a folder of unwrapped interferograms to velocity, its standard deviation and points with a displacement series: import, SBAS inversion, points. Open it in the model designer to change a step.</source>
      <translation>由一个文件夹的解缠干涉图得到速率、其标准差以及含位移序列的点的全过程：导入、SBAS 反演、点。可在模型设计器中打开以修改某一步。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>A date and a value a row: whether it drives the motion, and how many days later.</source>
      <translation>每行一个日期和一个值：是否驱动运动，以及滞后多少天。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>From points with series (StaMPS, EGMS, SqueeSAR, or our own) to levels of warning by point and area with a page for the desk of the civil protection, each step a tool of its own: rates and changes of the rate, warning of failure and, where a table of rain or levels is given, what drives the motion. Open it in the model designer to add a forecast, or elements that are exposed.</source>
      <translation>从带序列的点（StaMPS、EGMS、SqueeSAR 或本插件的点）到按点和区域的预警等级，并附供民防部门使用的页面，每一步都是独立工具：速率及其变化、破坏预警，以及在给出降雨或水位表时的驱动因素。在模型设计器中打开可添加预测或承灾体。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>Lag behind the driver</source>
      <translation>相对驱动因素的滞后</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>Points to warning levels</source>
      <translation>从点到预警等级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>Rain or level (CSV)</source>
      <translation>降雨或水位（CSV）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>Report of the drivers</source>
      <translation>驱动因素报告</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/pointstowarning.model3" />
      <source>Velocity of points</source>
      <translation>点的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>DEM error correction (report)</source>
      <translation>DEM 误差改正（报告）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>From a folder of unwrapped interferograms to a corrected velocity and points, each step a tool of its own: import, network, unwrapping errors, SBAS inversion, troposphere by height, DEM error, velocity, points. The product must bring heights and baselines; take out the steps that yours does not carry, or use the tool 'Small-baseline chain', which leaves them out by itself. Open it in the model designer to change a step.</source>
      <translation>由一个文件夹的解缠干涉图得到改正后的速率和点，每一步为一个独立工具：导入、网络、解缠误差、SBAS 反演、随高程的对流层、DEM 误差、速率、点。产品须带有高程和基线；请去掉您的产品不支持的步骤，或使用会自动略去这些步骤的工具“小基线处理链”。可在模型设计器中打开以修改某一步。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Pixels below become no points, and don't tell about the errors that the troposphere and the elevation model make.</source>
      <translation>低于该值的像元不成为点，也不参与对流层误差和高程模型误差的估计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Small-baseline chain, step by step</source>
      <translation>小基线处理链（分步）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/smallbaselinesteps.model3" />
      <source>Troposphere (report)</source>
      <translation>对流层（报告）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/updatedinventory.model3" />
      <source>From a folder of unwrapped interferograms to a landslide inventory with activity, each step a tool of its own: small-baseline chain, rates along the slope, active areas, update of the inventory with candidates and a report. Open it in the model designer to add a second orbit, the field of the former class, or other steps.</source>
      <translation>由一个文件夹的解缠干涉图得到含活动性的滑坡编目，每一步为一个独立工具：小基线处理链、沿坡向速率、活动形变区、更新编目并给出候选区和报告。可在模型设计器中打开，以添加第二轨道、原类别字段或其他步骤。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/updatedinventory.model3" />
      <source>Interferograms to updated inventory</source>
      <translation>干涉图到更新后的编目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/models/updatedinventory.model3" />
      <source>Polygons of the inventory; their own fields are kept.</source>
      <translation>编目的多边形；保留其原有字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>0: none, 1: distributed, 2: persistent.</source>
      <translation>0：无，1：分布式，2：永久。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>A stack of images whose phases are the linked ones, against the first date, with the layers temporalCoherence, phaseStd, shpCount, kind and substitute.</source>
      <translation>相位为链接相位（相对首个日期）的影像堆栈，含图层 temporalCoherence、phaseStd、shpCount、kind 和 substitute。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>All pairs</source>
      <translation>所有干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Amplitude</source>
      <translation>振幅</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>An odd number.</source>
      <translation>奇数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Anderson-Darling</source>
      <translation>Anderson-Darling</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Average the phases of neighbouring distributed scatterers whose phases differ little, by region growing; smooths noise and keeps borders.</source>
      <translation>用区域生长法对相位相差不大的相邻分布式散射体取相位平均；平滑噪声并保持边界。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Calibrate by date</source>
      <translation>逐日期定标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Confidence interval (FaSHPS)</source>
      <translation>置信区间（FaSHPS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Connected neighbours only</source>
      <translation>仅取相连的同质像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Connections</source>
      <translation>连接数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Distributed scatterers</source>
      <translation>分布式散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Distributed scatterers (phase linking)</source>
      <translation>分布式散射体（相位链接）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue decomposition (EVD)</source>
      <translation>特征值分解（EVD）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue decomposition, own weights (TEVD)</source>
      <translation>特征值分解，自定权（TEVD）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue decomposition, squared coherences (WEVD)</source>
      <translation>特征值分解，相干性平方（WEVD）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Eigenvalue-based maximum likelihood (EMI)</source>
      <translation>基于特征值的最大似然（EMI）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Estimator</source>
      <translation>估计方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Filter linked phases</source>
      <translation>对链接相位滤波</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Filter: largest difference (rad)</source>
      <translation>滤波：最大差值（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Filter: window (pixels)</source>
      <translation>滤波：窗口（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>For long stacks: link so many images at a time, together with compressed images of the earlier ones, and connect the small stacks. Empty links all at once.</source>
      <translation>用于长堆栈：每次链接这么多影像，并加入先前影像的压缩影像，再把各小堆栈连接起来。留空则一次链接全部影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>For the network 'days'.</source>
      <translation>用于网络“days”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>For the predicted noise; measured from the images if empty.</source>
      <translation>用于预测噪声；留空则由影像测定。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Goodness of fit</source>
      <translation>拟合优度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Images of a small stack</source>
      <translation>小堆栈的影像数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>In the regularised coherences.</source>
      <translation>在正则化相干性中的占比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Keep all their phases</source>
      <translation>保留其全部相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Keep only neighbours that are connected to the pixel, diagonally too.</source>
      <translation>仅保留与该像元连通（含对角）的同质像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Kind of scatterer</source>
      <translation>散射体类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Kolmogorov-Smirnov</source>
      <translation>Kolmogorov-Smirnov</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Likelihood ratio (GLRT)</source>
      <translation>似然比（GLRT）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Limit in days</source>
      <translation>天数限制</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>List of pairs</source>
      <translation>干涉对列表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Longest span (days)</source>
      <translation>最长时间跨度（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Make the images equally bright first, by the ratio of their amplitudes over pixels that hardly change.</source>
      <translation>先用几乎不变的像元上的振幅比使各影像亮度一致。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Makes one phase a date out of all interferograms of a stack of radar images, over the statistically homogeneous neighbours (SHP) of every pixel. Where fields, scrub and rubble give no persistent scatterer, that gives distributed ones. The linked phases come as a stack of images, as wrapped interferograms of any network (for 'Phase unwrapping'), and as points, with their goodness of fit and the noise that is to be expected of them. Persistent scatterers that are known keep their own phase. The images have to be flattened: fringes of topography within the window would be averaged away. Scatterers are not independent: pixels that touch share most of their neighbours.</source>
      <translation>在每个像元的统计同质邻域像元（SHP）上，由雷达影像堆栈的全部干涉图为每个日期求得一个相位。在农田、灌丛和碎石等没有永久散射体的地方，可得到分布式散射体。链接后的相位以影像堆栈、任意网络的缠绕干涉图（用于“相位解缠”）和点的形式输出，并附拟合优度和预期噪声。已知的永久散射体保留自身相位。影像须已去平地：窗口内的地形条纹会被平均掉。散射体并不相互独立：相邻像元共有大部分同质像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Median goodness of fit</source>
      <translation>拟合优度中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Median phase noise (rad)</source>
      <translation>相位噪声中位数（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Minimum goodness of fit</source>
      <translation>最低拟合优度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Minimum number of neighbours</source>
      <translation>最少同质像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Nearest dates</source>
      <translation>最近日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Normalisation</source>
      <translation>归一化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Number of neighbours</source>
      <translation>同质像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of a distributed scatterer: mean agreement of the linked phases with those of all interferograms, 0 to 1. The log tells how much of incoherent ground passes by chance.</source>
      <translation>对分布式散射体：链接相位与全部干涉图相位的平均符合程度，0 到 1。日志会说明有多少非相干地面偶然通过。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of a neighbour's phase from the pixel's own.</source>
      <translation>邻点相位与像元自身相位之差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of distributed and persistent scatterers, in MintPy's layout and sign; their coherence is the goodness of fit.</source>
      <translation>分布式和永久散射体的缠绕干涉图，采用 MintPy 的布局和符号；其相干性为拟合优度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of each date with later ones.</source>
      <translation>每个日期与其后日期的连接数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Of the coherences that pta and emi invert. hadamard: squares them, which always works; shrinkage: mixes them with the identity, more where needed; none: as they are, and evd where that has no inverse.</source>
      <translation>对 pta 和 emi 求逆的相干矩阵。hadamard：取平方，总是可行；shrinkage：与单位阵混合，需要处混合更多；none：保持原样，不可逆处改用 evd。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Otherwise a persistent scatterer keeps its own phase only where that is less noisy than the linked one: ground that merely stays coherent passes for one, too.</source>
      <translation>否则，永久散射体仅在自身相位噪声低于链接相位处才保留自身相位：仅仅保持相干的地面也可能被当作永久散射体。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Persistent scatterers</source>
      <translation>永久散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Persistent scatterers kept</source>
      <translation>保留的永久散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Phase noise</source>
      <translation>相位噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Phase triangulation (PTA)</source>
      <translation>相位三角化（PTA）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels an independent sample</source>
      <translation>每个独立样本的像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels linked by EVD in place of the estimator</source>
      <translation>改用 EVD 链接的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels with fewer, themselves not counted, are not linked.</source>
      <translation>同质像元（不含自身）更少的像元不做链接。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels with linked phases</source>
      <translation>有链接相位的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Pixels, an odd number.</source>
      <translation>像元数，奇数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Points with coherence (goodness of fit), phase_std_rad, neighbours, scatterer_kind (1: distributed, 2: persistent), row and col in the result.</source>
      <translation>点，含 coherence（拟合优度）、phase_std_rad、neighbours（同质像元数）、scatterer_kind（1：分布式，2：永久），以及在结果中的 row 和 col。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Power</source>
      <translation>功率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Predicted standard deviation of the linked phases against the first date, radians; 1.81 is all noise.</source>
      <translation>链接相位相对首个日期的预测标准差，弧度；1.81 为纯噪声。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Reference date</source>
      <translation>参考日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Regularisation</source>
      <translation>正则化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Rows or columns of the images in one pixel of the result.</source>
      <translation>结果的一个像元对应的影像行数或列数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Scatterers</source>
      <translation>散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Scatterers (PS/DS)</source>
      <translation>散射体（PS/DS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>See 'Homogeneous neighbours'; none takes the whole window.</source>
      <translation>见“同质像元（SHP）”；none 取整个窗口。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Share of incoherent pixels that pass</source>
      <translation>通过的非相干像元占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Share of the identity</source>
      <translation>单位阵的占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Share of true neighbours that the test refuses, for images as coherent with one another as these are on average.</source>
      <translation>检验拒绝真正同质像元的比例，适用于相互相干程度与这些影像平均水平相当的影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Shrinkage</source>
      <translation>收缩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Single reference date</source>
      <translation>单一参考日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Small stacks</source>
      <translation>小堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Squared coherences (Hadamard product)</source>
      <translation>相干性平方（Hadamard 积）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Stack of radar images</source>
      <translation>雷达影像堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Stride: columns</source>
      <translation>步距：列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Stride: rows</source>
      <translation>步距：行</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Student's t test</source>
      <translation>Student t 检验</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Such as VH; the stack's first if empty.</source>
      <translation>如 VH；留空则取堆栈的第一种。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Test for neighbours</source>
      <translation>同质像元的检验</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>The pixel itself not counted; -1 is no data.</source>
      <translation>不含像元自身；-1 为无数据。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>The stack file of 'Import radar images (SLC)', or MintPy's slcStack.h5.</source>
      <translation>“导入雷达影像（SLC）”的堆栈文件，或 MintPy 的 slcStack.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>The whole window</source>
      <translation>整个窗口</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>They keep their own phase, and no pixel counts them. The points of 'PS candidates' (its stable ones) or 'Persistent scatterers', or a raster on the images' own grid that is above 0 there.</source>
      <translation>它们保留自身相位，任何像元都不计入它们。“PS 候选点”（其中的稳定点）或“永久散射体（PS）”的点，或与影像同一格网、在该处大于 0 的栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Window: columns</source>
      <translation>窗口：列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Window: rows</source>
      <translation>窗口：行</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>Wrapped interferograms</source>
      <translation>缠绕干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>YYYYMMDD, for the network 'single_reference'; the first one if empty.</source>
      <translation>YYYYMMDD，用于网络“single_reference”；留空则取首个日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>YYYYMMDD_YYYYMMDD, several separated by commas, for the network 'list'.</source>
      <translation>YYYYMMDD_YYYYMMDD，多个以逗号分隔，用于网络“list”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>coherence matrix</source>
      <translation>相干矩阵</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>connections: each date with the next few; days: all pairs up to a span; single_reference: all with one date; all; list: those that are given.</source>
      <translation>connections：每个日期与其后若干日期；days：时间跨度以内的全部干涉对；single_reference：全部与同一日期；all：全部；list：给定的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>distributed scatterer</source>
      <translation>分布式散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>emi</source>
      <translation>emi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>phase linking</source>
      <translation>相位链接</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>power: sample coherence, the more precise; amplitude: all amplitudes count alike, for neighbourhoods with bright points.</source>
      <translation>power：样本相干性，精度更高；amplitude：各振幅等权，适合含亮点的邻域。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ds.py" />
      <source>pta: phase triangulation, the maximum-likelihood estimate, the most precise; emi: less precise where coherence is low, and up to twice as fast; evd: leading eigenvector, the fastest, less precise where coherence decays; wevd: the same with coherences squared, a good deal better there; tevd: evd with weights of its own, to which the phases of evd are the solution.</source>
      <translation>pta：相位三角算法，即最大似然估计，精度最高；emi：相干性低处精度较低，速度最多快一倍；evd：最大特征向量，最快，相干性衰减处精度较低；wevd：相干性取平方的 evd，在此情况下明显更好；tevd：带自定权的 evd，evd 的相位即为其解。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>1 at persistent scatterers, 0 elsewhere; on the map.</source>
      <translation>永久散射体处为 1，其余为 0；地图坐标。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>A rectangle whose points' mean is the reference; goes before the point.</source>
      <translation>矩形，其内各点的平均值为参考；优先于参考点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Atmosphere: days</source>
      <translation>大气：天</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Atmosphere: metres</source>
      <translation>大气：米</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Candidates</source>
      <translation>候选点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Candidates more stable than noise</source>
      <translation>比噪声稳定的候选点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Cell of the filter (m)</source>
      <translation>滤波的网格单元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Even; of every window's own spectrum the strong parts pass.</source>
      <translation>偶数；每个窗口自身频谱中的强分量得以通过。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Expected noise among the stable (%)</source>
      <translation>稳定点中的预期噪声点（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Finds points in a stack of radar images whose phase stays stable, such as houses and rocks, and their displacement series along the line of sight, positive towards the satellite. Candidates of low amplitude dispersion are judged by their phase stability: the phase that neighbours share and the error of a point's height are taken off, in rounds, and what remains is compared with that of decoys, pixels of random phase that go through the same rounds. Side lobes and noisy points are left out. The phases are unwrapped in time and space, then rate and height error are estimated and the atmosphere is filtered out of the series (the rates stay as they are). Ground that stays coherent has a stable phase, too, without being a point: what has no steadier amplitude than ground as coherent as its surroundings is left out, unless it is to be kept.</source>
      <translation>在雷达影像堆栈中查找相位保持稳定的点（如房屋和岩石），得到其视线向位移序列，朝向卫星为正。振幅离差低的候选点按相位稳定性判别：迭代去除邻点共有的相位和点的高程误差，剩余部分与经过同样迭代的随机相位参照像元比较。旁瓣和噪声点被剔除。相位在时间和空间上解缠，随后估计速率和高程误差，并从序列中滤除大气（速率保持不变）。保持相干的地面相位也稳定，却并非点目标：振幅不比与其周围同等相干的地面更稳定的像元被剔除，除非选择保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>GeoPackage: rate, its standard deviation, temporal coherence, phase stability (gamma), amplitude dispersion, phase noise, height error, residual noise, part of the unwrapping (component), and the displacement of every date in mm.</source>
      <translation>GeoPackage：速率及其标准差、时间相干性、相位稳定性（gamma）、振幅离差、相位噪声、高程误差、残余噪声、解缠所属部分（component），以及每个日期的位移（mm）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>HDF5 in MintPy's layout on the grid of the images, no data between the points; for 'Velocity model' and the tools after it.</source>
      <translation>MintPy 布局的 HDF5，与影像同一格网，点之间为无数据；供“形变速率模型”及后续工具使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>How many of the candidates that pass as stable may be noise, before weeding, and how many of the points ground that stays coherent.</source>
      <translation>在剔除之前，作为稳定点通过的候选点中允许有多少是噪声，以及点中允许有多少是保持相干的地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Instead of the share of noise: how many noisy pixels may pass on a square kilometre.</source>
      <translation>代替噪声占比：每平方公里允许通过多少噪声像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Keep coherent ground</source>
      <translation>保留相干地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Largest height error (m)</source>
      <translation>最大高程误差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Largest phase noise (rad)</source>
      <translation>最大相位噪声（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Leave out height 0</source>
      <translation>剔除高程为 0 的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Limit of amplitude dispersion</source>
      <translation>振幅离差上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Low-pass of the filter (m)</source>
      <translation>滤波的低通波长（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Maximum number of rounds</source>
      <translation>最大迭代次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Median residual noise (mm)</source>
      <translation>残余噪声中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Minimum number of points of a part</source>
      <translation>一个部分的最少点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Noise per square kilometre</source>
      <translation>每平方公里噪声点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of a point at one date: its own part of what the arcs to its neighbours show.</source>
      <translation>点在某一日期的相位噪声：其与邻点弧段所示噪声中属于该点自身的部分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of pixels that touch only the most stable one stays, as the others may be its side lobes.</source>
      <translation>相互接触的像元只保留最稳定的一个，因为其余可能是其旁瓣。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of the decoys; the same seed gives the same points.</source>
      <translation>用于随机相位参照像元；相同的种子产生相同的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of the search for stable phases.</source>
      <translation>搜索稳定相位的迭代。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Of the unwrapped series relative to the neighbour that it fits best, rates and height errors taken off; points below, which are noisy or got wrong cycles, are left out.</source>
      <translation>解缠序列的时间相干性，相对于最吻合的邻点，已去除速率和高程误差；低于此值的点（噪声大或整周错误）被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>One of touching pixels</source>
      <translation>接触像元只取一个</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Parts of the unwrapping</source>
      <translation>解缠的部分数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Persistent scatterers (PS)</source>
      <translation>永久散射体（PS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Phases are summed in cells before the phase that neighbours share is filtered out.</source>
      <translation>先在网格单元内对相位求和，再滤出邻点共有的相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Pixels below are candidates. Of two polarisations a lower one is taken, below which lies as much speckle.</source>
      <translation>低于此值的像元为候选点。两种极化时取更低的值，使其下的相干斑同样多。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points of one polarisation, before unwrapping</source>
      <translation>单一极化的点数，解缠前</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points so near to the reference point are averaged; the nearest one if there is none.</source>
      <translation>距参考点在此范围内的点取平均；没有时取最近的一个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points that good arcs join only to fewer others are left out.</source>
      <translation>仅由可靠弧段与较少其他点相连的点被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points whose amplitude is no steadier than that of ground as coherent as what surrounds them stay: more points, of which most may be no scatterers; their errors are correlated in time, so that the standard deviation of their rates is too small.</source>
      <translation>振幅不比与其周围同等相干的地面更稳定的点予以保留：点更多，但其中多数可能并非散射体；其误差在时间上相关，因此速率的标准差偏小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Points whose height in the geometry file is exactly 0, as at sea or where the elevation model has a void, are left out.</source>
      <translation>剔除几何文件中高程恰为 0 的点，如海面或高程模型空洞处。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Reference image</source>
      <translation>参考影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Reference radius (m)</source>
      <translation>参考半径（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Scatterers gained by the second polarisation, before unwrapping</source>
      <translation>第二极化增加的散射体，解缠前</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Share of noise (%)</source>
      <translation>噪声占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Shared phase of longer waves passes in any case.</source>
      <translation>更长波长的共有相位总能通过。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Space and time together (extended MCF)</source>
      <translation>时空联合（扩展 MCF）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Standard deviation of the Gaussian that smooths it; 0 leaves it in the series.</source>
      <translation>用于平滑的高斯函数的标准差；0 则将其留在序列中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Such as VH; BOTH mixes the stack's first two at every pixel so that the amplitude varies least, and tells how many points that gains; the first if empty.</source>
      <translation>如 VH；BOTH 在每个像元混合堆栈的前两种极化，使振幅变化最小，并说明由此增加的点数；留空则取第一种。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>That is searched, to either side.</source>
      <translation>搜索的范围，向正负两侧。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>The geometry file of the stack: incidence and distance for the height errors; adds height and line of sight to the points.</source>
      <translation>堆栈的几何文件：用于高程误差的入射角和距离；为点添加高程和视线向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Unwrapping</source>
      <translation>解缠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>What changes faster is taken for atmosphere where it is smooth in space; 0 leaves it in the series.</source>
      <translation>变化更快且空间平滑的部分视为大气；0 则将其留在序列中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Where the geometry does not give it: from the vertical, one for the scene; from the stack's attributes if empty.</source>
      <translation>用于几何文件未给出时：自垂直方向量起，整景取一个值；留空则取自堆栈的属性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Where the motion is taken as zero. Without point and area it is the mean of the stable points whose rates are the commonest.</source>
      <translation>形变取为零的位置。未给出点和区域时，取速率最集中的稳定点的平均。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>Window of the filter (cells)</source>
      <translation>滤波窗口（单元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>YYYYMMDD of the image that the phases are relative to; that of the smallest expected decorrelation if empty. Displacements are relative to the first date in any case.</source>
      <translation>YYYYMMDD，相位所相对的影像日期；留空则取预期失相干最小的影像。位移始终相对首个日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>auto is spacetime: a rate and height difference along the arcs between points, then minimum cost flow by date; spurt is the package of that name, where it is installed.</source>
      <translation>auto 即 spacetime：沿点间弧段求速率差和高程差，再逐日期作最小费用流；spurt 为同名软件包，须已安装。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>dual polarisation</source>
      <translation>双极化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>persistent scatterer</source>
      <translation>永久散射体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>psi</source>
      <translation>psi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>spurt (extended MCF)</source>
      <translation>spurt（扩展 MCF）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/ps.py" />
      <source>time series</source>
      <translation>时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>0: none, 1: candidate, 2: stable.</source>
      <translation>0：无，1：候选，2：稳定。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>A band a polarisation; without unit.</source>
      <translation>每种极化一个波段；无量纲。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>A row an image: the factor that its amplitudes were multiplied with. GeoPackage without geometry.</source>
      <translation>每幅影像一行：其振幅所乘的系数。无几何的 GeoPackage。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Amplitude dispersion</source>
      <translation>振幅离差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Amplitude dispersion below it.</source>
      <translation>低于此振幅离差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Amplitude dispersion below which a pixel passes for stable by its amplitude alone.</source>
      <translation>低于此振幅离差的像元仅凭振幅即视为稳定。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Calibration</source>
      <translation>定标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Decibel, a band a polarisation.</source>
      <translation>分贝，每种极化一个波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Keep only candidates that are the brightest pixel within so many rows and columns, so that side lobes of bright points are left out; 0 keeps all.</source>
      <translation>仅保留在这么多行列范围内最亮的候选像元，以剔除亮点的旁瓣；0 保留全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Limit of candidates</source>
      <translation>候选点上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Limit of stable pixels</source>
      <translation>稳定像元上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Maps how steady every pixel of a stack of radar images is in its amplitude, and chooses candidates for persistent scatterers. The amplitude dispersion is the standard deviation of the calibrated amplitude over its mean; where it is below 0.25 it is about the noise of the phase in radians, and below 0.4 a pixel is worth looking at by its phase. Speckle has 0.52, and with few images a share of it gets below the limits by chance: the log tells how much. Images are made equally bright first; the factors are in the log and in the table.</source>
      <translation>绘制雷达影像堆栈每个像元的振幅稳定程度，并选取永久散射体候选点。振幅离差为定标后振幅的标准差与平均值之比；低于 0.25 时约等于以弧度为单位的相位噪声，低于 0.4 的像元值得进一步考察其相位。相干斑的振幅离差为 0.52，影像少时会有一部分偶然低于界限：日志会说明其数量。先使各影像亮度一致；系数见日志和表格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Median amplitude dispersion</source>
      <translation>振幅离差中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Of the simulation of speckle that tells what passes by chance.</source>
      <translation>用于估计偶然通过比例的相干斑模拟。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>PS candidates</source>
      <translation>PS 候选点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Peaks only: radius (pixels)</source>
      <translation>仅取峰值：半径（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Pixels with data</source>
      <translation>有数据的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Points with amplitude_dispersion, amplitude_db, candidate_class (1 or 2), polarisation, and row and column in the stack.</source>
      <translation>点，含 amplitude_dispersion、amplitude_db、candidate_class（1 或 2）、极化，以及在堆栈中的行和列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Share of speckle below the limit of candidates (%)</source>
      <translation>低于候选点上限的相干斑占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Share of speckle below the limit of stable pixels (%)</source>
      <translation>低于稳定像元上限的相干斑占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Stable pixels</source>
      <translation>稳定像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>Such as VH; ALL looks at each of the stack's by itself and takes a pixel for what its best one makes it; the stack's first if empty.</source>
      <translation>如 VH；ALL 分别考察堆栈的每种极化，像元按其最佳极化归类；留空则取堆栈的第一种。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>amplitude dispersion</source>
      <translation>振幅离差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>backscatter</source>
      <translation>后向散射</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/pscandidates.py" />
      <source>calibration</source>
      <translation>定标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>As 'Distributed scatterers' writes them.</source>
      <translation>如“分布式散射体（相位链接）”所写。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>For long stacks: link so many at a time. Empty links all at once.</source>
      <translation>用于长堆栈：每次链接这么多影像。留空则一次链接全部影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Images to motion (PS and DS)</source>
      <translation>影像到形变（PS 与 DS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Keeps what the steps hand on; without it that goes away.</source>
      <translation>保留各步骤传递的文件；不给出时则删除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Metres by which scatterers lie above the model.</source>
      <translation>散射体高于高程模型的米数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Minimum cost flow (MCF)</source>
      <translation>最小费用流（MCF）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Motion points</source>
      <translation>形变点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Of a distributed scatterer, 0 to 1. Noise alone has 0.2 to 0.4.</source>
      <translation>分布式散射体的拟合优度，0 到 1。纯噪声为 0.2 到 0.4。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Of the linked phases, 0 to 1.</source>
      <translation>链接相位的拟合优度，0 到 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Persistent (scatterer_kind 2) and distributed (1) scatterers with rate, goodness (coherence), neighbours, expected phase noise and displacement by date.</source>
      <translation>永久（scatterer_kind 2）和分布式（1）散射体，含速率、拟合优度（coherence）、同质像元数、预期相位噪声和各日期位移。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Phase linking</source>
      <translation>相位链接</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Phase stability (StaMPS)</source>
      <translation>相位稳定性（StaMPS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Phases in connected components (%)</source>
      <translation>位于连通分量内的相位（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Pixels below are candidates; with 'dispersion' those below 0.25 are taken.</source>
      <translation>低于此值的像元为候选点；选“dispersion”时取低于 0.25 者。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Pixels with fewer are no distributed scatterers.</source>
      <translation>同质像元更少的像元不是分布式散射体。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>SNAPHU (non-commercial licence)</source>
      <translation>SNAPHU（非商业许可）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>See 'Distributed scatterers'.</source>
      <translation>见“分布式散射体（相位链接）”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>The geometry file that was made with the stack: heights and look angles for the corrections and the points.</source>
      <translation>与堆栈一同生成的几何文件：用于改正和点的高程与观测角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>The whole way from a stack of radar images to the motion of points in one run: persistent scatterers, phase linking of distributed ones over their homogeneous neighbours, interferograms of both, unwrapping, inversion, height errors and other corrections, velocity, points. Every step is a tool of its own, too, with more options; the model 'Images to motion, step by step' puts them together to be changed. Neighbouring distributed scatterers share most of their neighbours, so they are not independent. The images have to be flattened, as 'Import radar images' makes them.</source>
      <translation>一次运行完成由雷达影像堆栈到点形变的全过程：永久散射体、分布式散射体在其同质像元上的相位链接、两者的干涉图、解缠、反演、高程误差及其他改正、速率、点。每一步也是选项更多的独立工具；模型“影像到形变（分步）”将其组合起来以便修改。相邻分布式散射体共有大部分同质像元，因此并不相互独立。影像须已去平地，如“导入雷达影像（SLC）”所生成。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Unwrapped interferograms</source>
      <translation>解缠干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>What 'Persistent scatterers' or 'PS candidates' tell of them.</source>
      <translation>“永久散射体（PS）”或“PS 候选点”给出的信息。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>What every step did.</source>
      <translation>各步骤的处理情况。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Where the motion is taken as zero; chosen and named in the log if empty.</source>
      <translation>形变取为零的位置；留空则自动选取并在日志中注明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>Whirlwind</source>
      <translation>Whirlwind</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>connections: each date with the next few; days: all pairs up to a span; single_reference: all with the first date; all.</source>
      <translation>connections：每个日期与其后若干日期；days：时间跨度以内的全部干涉对；single_reference：全部与首个日期；all：全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>dispersion: by their amplitude, as 'PS candidates'; stability: by the noise of their phase, as 'Persistent scatterers', which takes longer and of pixels that touch keeps one; none.</source>
      <translation>dispersion：按振幅，同“PS 候选点”；stability：按相位噪声，同“永久散射体（PS）”，耗时更长，接触像元只保留一个；none：不选。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>ds</source>
      <translation>ds</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>ifgramStack.h5.</source>
      <translation>ifgramStack.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>mm a year along the line of sight, and its errors.</source>
      <translation>视线向 mm/年及其误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/psds.py" />
      <source>spacetime: the scatterers as sparse points, in time and then in space, where they fit into the memory, else auto; others as in 'Phase unwrapping'. snaphu may not be used commercially.</source>
      <translation>spacetime：内存容得下时将散射体作为稀疏点，先时间后空间，否则用 auto；其他同“相位解缠”。snaphu 不得用于商业用途。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>1 where there are enough neighbours, else 0.</source>
      <translation>同质像元足够处为 1，否则为 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Amplitude without speckle</source>
      <translation>去斑振幅</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Bands: amplitude_db, the mean over images and neighbours in decibel; neighbours_share, neighbours over all pixels of the window with data.</source>
      <translation>波段：amplitude_db，影像和同质像元上的平均值，分贝；neighbours_share，同质像元数与窗口内全部有数据像元数之比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Connected only</source>
      <translation>仅取相连像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Finds the statistically homogeneous neighbours (SHP) of every pixel of a stack of radar images: the pixels of a window whose amplitudes over time follow the same law, and that hang together with the pixel. Their number is the map; a pixel with enough of them is a distributed scatterer, over which phases can be averaged. Every test refuses the given share of true neighbours, checked for 10 to 100 images; only 'ks' can keep to it no better than its steps allow (5.2 % for 10 images, 3.4 % for 20, 3.9 % for 50). The images' coherence with one another is measured and the limits widened for it, so that the share holds on average over the scene; the log tells how many independent images they are worth.</source>
      <translation>查找雷达影像堆栈每个像元的统计同质邻域像元（SHP）：窗口内振幅随时间服从同一分布、且与该像元连通的像元。其数量构成输出图；同质像元足够多的像元即为分布式散射体，可对其相位取平均。每种检验按给定比例拒绝真正的同质像元，已用 10 到 100 幅影像验证；只有“ks”受其阶梯取值所限，不能更好地达到该比例（10 幅为 5.2 %，20 幅为 3.4 %，50 幅为 3.9 %）。会测量影像之间的相干性并据此放宽界限，使该比例在全景平均成立；日志会说明相当于多少幅独立影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Homogeneous neighbours (SHP)</source>
      <translation>同质像元（SHP）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Mean number of neighbours</source>
      <translation>同质像元数平均值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Median number of neighbours</source>
      <translation>同质像元数中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Share of distributed scatterers (%)</source>
      <translation>分布式散射体占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Share of neighbours of the same law that the test refuses.</source>
      <translation>同分布邻点被检验拒绝的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>Test</source>
      <translation>检验方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>That a distributed scatterer needs, itself not counted.</source>
      <translation>分布式散射体所需的数量，不含自身。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>despeckling</source>
      <translation>去斑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>glrt: likelihood ratio of mean powers, and ci: confidence interval of the mean amplitude in two passes (FaSHPS), are the sharpest for speckle and fast; t: Student's test of mean amplitudes; ks: Kolmogorov-Smirnov, and ad: Anderson-Darling, compare whole distributions and take nothing for granted.</source>
      <translation>glrt：平均功率的似然比；ci：两步平均振幅置信区间（FaSHPS），这两种对相干斑最敏锐且快速；t：平均振幅的 Student 检验；ks：Kolmogorov-Smirnov，ad：Anderson-Darling，比较整个分布，不作任何假设。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>homogeneous pixels</source>
      <translation>同质像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/shp.py" />
      <source>kolmogorov-smirnov</source>
      <translation>kolmogorov-smirnov</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>0 to 1 on the same grid; estimated from the phase if empty.</source>
      <translation>同一格网上的 0 到 1；留空则由相位估计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A band a method: cycles that it finds more, for one interferogram; else the share of interferograms in which it finds others.</source>
      <translation>每种方法一个波段：单幅干涉图时为该方法多出的整周数；否则为结果不同的干涉图占比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A band an interferogram.</source>
      <translation>每幅干涉图一个波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A band an interferogram: 1 the largest, 0 none, -1 no data.</source>
      <translation>每幅干涉图一个波段：1 为最大分量，0 为无，-1 为无数据。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A raster in radians, or complex.</source>
      <translation>以弧度为单位或复数的栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A row each: share in components, coherence, residues, closure, agreement of methods, times, and why one failed. GeoPackage without geometry.</source>
      <translation>每幅一行：分量内占比、相干性、残差点、闭合、方法间一致性、用时，以及失败原因。无几何的 GeoPackage。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>A row each: size, coherence, residues and share of triplets that do not close. GeoPackage without geometry.</source>
      <translation>每个分量一行：大小、相干性、残差点和不闭合三角环占比。无几何的 GeoPackage。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>At no coherence: 0 to 1.</source>
      <translation>相干性为零处的强度：0 到 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Bridge separate parts</source>
      <translation>桥接分离的部分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Coherence of the one interferogram</source>
      <translation>单幅干涉图的相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Compare with</source>
      <translation>比较对象</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Connected components</source>
      <translation>连通分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Filter first</source>
      <translation>先滤波</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>For a stack that is made of rasters: Sentinel-1 0.05546576, ALOS-2 0.2424525.</source>
      <translation>用于由栅格组成的堆栈：Sentinel-1 0.05546576，ALOS-2 0.2424525。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Goldstein</source>
      <translation>Goldstein</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>HDF5 in MintPy's layout (ifgramStack.h5) with connectComponent, for 'Interferogram network', 'Phase closure and unwrapping errors' and 'SBAS inversion'. Left out where dates are unknown.</source>
      <translation>MintPy 布局的 HDF5（ifgramStack.h5），含 connectComponent，供“干涉图网络”、“相位闭合与解缠误差”和“SBAS 反演”使用。日期未知时不输出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Independent looks behind the coherence; taken from the stack if empty, else 10.</source>
      <translation>相干性对应的独立视数；留空则取自堆栈，否则为 10。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Interferograms that failed</source>
      <translation>失败的干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Interferograms unwrapped</source>
      <translation>已解缠的干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Larger scenes are unwrapped in tiles that are fitted together; 0 for none.</source>
      <translation>更大的场景分块解缠后再拼接；0 表示不分块。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Learned (neural network)</source>
      <translation>学习(神经网络)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Method used</source>
      <translation>所用方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Minimum agreement of methods</source>
      <translation>方法间的最低一致性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Minimum size of a component (pixels)</source>
      <translation>分量的最小大小（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Moving average (boxcar)</source>
      <translation>滑动平均（boxcar）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Otherwise the filter only helps to find the cycles, and the result is congruent with the phase as it came.</source>
      <translation>否则滤波仅用于帮助确定整周数，结果与输入相位同余。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Overlap of tiles (pixels)</source>
      <translation>分块的重叠（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Phase unwrapping</source>
      <translation>相位解缠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Pixels with a lower coherence are left out; the parts that this leaves are bridged.</source>
      <translation>相干性更低的像元被剔除；由此分离的部分将被桥接。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Rasters whose names hold two dates (20200105_20200117.wrapped.tif), radians or complex; coherence in files with the same dates and coh, cc or cor in the name.</source>
      <translation>文件名含两个日期的栅格（20200105_20200117.wrapped.tif），弧度或复数；相干性文件具有相同日期，且名称含 coh、cc 或 cor。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Run another method, too, or all that are installed; the comparison shows where cycles differ.</source>
      <translation>再运行另一种方法，或所有已安装的方法；比较可显示整周数不同之处。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Share of pixels in components</source>
      <translation>分量内像元占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Shift parts of the scene that no valid pixels join by whole cycles, so that the phase goes on smoothly across the gap. Not with tiles.</source>
      <translation>将未由有效像元相连的场景各部分移动整周，使相位跨越间隙平滑延续。不与分块同用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Side of the patches of goldstein (even, 8 at least) or of the boxcar's window.</source>
      <translation>goldstein 图块（偶数，至少 8）或 boxcar 窗口的边长。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Smaller connected components get the number 0.</source>
      <translation>更小的连通分量编号为 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Sparse points</source>
      <translation>稀疏点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Stack of wrapped interferograms</source>
      <translation>缠绕干涉图堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Strength of the Goldstein filter</source>
      <translation>Goldstein 滤波强度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Table of components</source>
      <translation>分量表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Table of interferograms</source>
      <translation>干涉图表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>The wrapped ifgramStack.h5 of 'Distributed scatterers' or of MintPy (wrapPhase).</source>
      <translation>“分布式散射体（相位链接）”或 MintPy 的缠绕 ifgramStack.h5（wrapPhase）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Tile size (pixels)</source>
      <translation>分块大小（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Tiles</source>
      <translation>分块数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Unwrapped phase (rad)</source>
      <translation>解缠相位（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Unwrapped stack</source>
      <translation>解缠堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Unwraps interferograms: a stack of wrapped phases (such as that of phase linking), a folder of rasters, or one raster. The result differs from the wrapped phase by whole cycles only, and comes with connected components and a table that says how good each is. Methods: whirlwind (package whirlwind-insar, free for every use; the default where it is installed), mcf (minimum-cost flow of Groundshift's own, needs nothing), snaphu (package snaphu; its licence forbids commercial use), spacetime (sparse points, all pairs together, in time first and then in space) and spurt (package spurt, as spacetime). Several methods can run to show where they differ.</source>
      <translation>解缠干涉图：缠绕相位堆栈（如相位链接的结果）、一个文件夹的栅格，或单个栅格。结果与缠绕相位仅差整周，并附连通分量和说明各分量质量的表格。方法：whirlwind（软件包 whirlwind-insar，任何用途均免费；已安装时为默认）、mcf（Groundshift 自带的最小费用流，无需其他软件）、snaphu（软件包 snaphu；其许可禁止商业用途）、spacetime（稀疏点，全部干涉对一起，先时间后空间）和 spurt（软件包 spurt，同 spacetime）。可运行多种方法以显示其差异之处。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>What neighbouring tiles share.</source>
      <translation>相邻分块共有的部分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Where methods differ</source>
      <translation>方法间差异</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Window of the filter (pixels)</source>
      <translation>滤波窗口（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>Write the filtered phase</source>
      <translation>写出滤波后的相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>auto: whirlwind where it is installed, else mcf. learned: a network says where fringes are too steep for differences of neighbours, as on the flanks of a mining basin. spacetime and spurt take the pixels above the coherence threshold as points and need several dates. snaphu may not be used commercially.</source>
      <translation>auto:已安装 whirlwind 时用它,否则用 mcf。learned:由网络判断条纹在何处过密、相邻像元的差分不再可信,例如采矿沉陷盆地的边坡。spacetime 和 spurt 把相干性高于阈值的像元作为点,需要多个日期。snaphu 不得用于商业用途。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>connected components</source>
      <translation>连通分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>goldstein</source>
      <translation>goldstein</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>goldstein: adaptive, stronger where the coherence is low; boxcar: mean of a window.</source>
      <translation>goldstein：自适应，相干性低处更强；boxcar：窗口平均。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>minimum cost flow</source>
      <translation>最小费用流</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>or folder of wrapped interferograms</source>
      <translation>或缠绕干涉图文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>or one wrapped interferogram</source>
      <translation>或单幅缠绕干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>snaphu</source>
      <translation>snaphu</translation>
    </message>
    <message>
      <location filename="../../processing_provider/scatterers/unwrap.py" />
      <source>whirlwind</source>
      <translation>whirlwind</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>0 for none.</source>
      <translation>0 表示无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>A 256th of the scene's shorter side, and 4 pixels at least, where empty.</source>
      <translation>留空取场景短边的 256 分之一，且至少 4 个像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>A word a column, for files without a header or with another one: lon, lat, x, y, displacement, std, weight, look_east, look_north, look_up, incidence, heading; of GNSS east, north, up, se, sn, su, or component (E, N, U) with displacement; - for others. A unit may follow: displacement_cm, x_km.</source>
      <translation>每列一个词，用于没有表头或表头不同的文件：lon、lat、x、y、displacement、std、weight、look_east、look_north、look_up、incidence、heading；GNSS 为 east、north、up、se、sn、su，或 component（E、N、U）配 displacement；其他列写 -。后面可跟单位：displacement_cm、x_km。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>About an eighth of the scene where empty.</source>
      <translation>留空约取场景的八分之一。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Along the line of sight, or unwrapped phase; a text file may stand in its place.</source>
      <translation>视线向位移或解缠相位；也可用文本文件代替。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Area of interest</source>
      <translation>感兴趣区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Areas to leave out</source>
      <translation>要剔除的区域</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>As in GAMMA's products.</source>
      <translation>如 GAMMA 产品。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Besides the covariance: one for all, or by the area with data, or by the root of the number of pixels; their mean is 1.</source>
      <translation>协方差之外的权：全部相等，或按有数据的面积，或按像元数的平方根；其平均值为 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>By area</source>
      <translation>按面积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>By number of pixels</source>
      <translation>按像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>CRS of the text file</source>
      <translation>文本文件的坐标参照系</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Columns of the text file</source>
      <translation>文本文件的列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Coordinates of the text file</source>
      <translation>文本文件的坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Corner of the top edge</source>
      <translation>上边缘角点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Covariance from the far field</source>
      <translation>由远场得到协方差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Criterion of the quadtree</source>
      <translation>四叉树准则</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Curvature</source>
      <translation>曲率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Damping</source>
      <translation>阻尼</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Degrees</source>
      <translation>度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Dip of the rupture (degrees)</source>
      <translation>破裂面的倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Displacement of a model</source>
      <translation>模型的位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Down the dip, with its trace.</source>
      <translation>沿倾向的宽度，与其迹线配合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Down-sample displacement</source>
      <translation>位移降采样</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Earlier samples</source>
      <translation>先前的采样点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Earthquake source</source>
      <translation>震源</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Emptier cells are cut up to twice more, and left out if that does not help.</source>
      <translation>数据更少的单元最多再切分两次，仍不足则剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Equal</source>
      <translation>相等</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Exponential semivariogram with a nugget, fitted to pairs of pixels at random. Without, samples are independent with the scatter of their pixels.</source>
      <translation>带块金值的指数型半变异函数，由随机像元对拟合。不选时各采样点相互独立，误差取其像元的离散度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Far field</source>
      <translation>远场</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Far field from (km)</source>
      <translation>远场起始距离（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model (file)</source>
      <translation>断层或滑动模型（文件）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model (layer)</source>
      <translation>断层或滑动模型（图层）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model: coordinates in FSP and .param files</source>
      <translation>断层或滑动模型：FSP 和 .param 文件中的坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Fault or slip model: origin of a Coulomb file</source>
      <translation>断层或滑动模型：Coulomb 文件的原点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Finer cells up to (m) from the rupture</source>
      <translation>距破裂此范围内（m）采用更细单元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For phase; what the raster says wins.</source>
      <translation>用于相位；栅格自身注明的优先。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For the method model, in place of a slip model: along the same line of sight.</source>
      <translation>用于 model 方法，代替滑动模型：沿同一视线向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For the methods resolution (patches alone will do) and model. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>用于 resolution（仅需子断层）和 model 方法。子断层图层，如滑动工具所写：带高程的多边形，含字段 strike_deg、dip_deg、length_km、width_km、depth_km、slip_m、rake_deg（或 strike_slip_m、dip_slip_m）和 opening_m。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>For the semivariogram.</source>
      <translation>用于半变异函数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>From the steepest displacement.</source>
      <translation>自位移最陡处量起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Gradient</source>
      <translation>梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Gradient of a model</source>
      <translation>模型梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>In mm, of the criterion; of the data resolution (0 to 1) with that method. In place of the number of samples.</source>
      <translation>准则的阈值，mm；用 resolution 方法时为数据分辨率（0 到 1）。代替采样点数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>In place of a layer: a finite-source rupture model (.fsp), .param or FFM.geojson of the U.S. Geological Survey, or Coulomb's .inp or .inr.</source>
      <translation>代替图层：有限震源破裂模型（.fsp）、美国地质调查局的 .param 或 FFM.geojson，或 Coulomb 的 .inp 或 .inr。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>In place of a raster: .lltnde (lon, lat, height, look east, north, up, displacement, error), .lldet (GNSS: lon, lat, east, north, up, their errors), CSV with a header (&lt;name&gt;_cov.npy beside it is its covariance), other tables by their Columns, GBIS' .mat.</source>
      <translation>代替栅格：.lltnde（经度、纬度、高程、视线向东、北、上分量、位移、误差）、.lldet（GNSS：经度、纬度、东、北、上及其误差）、带表头的 CSV（旁边的 &lt;name&gt;_cov.npy 为其协方差）、按所给列读取的其他表格、GBIS 的 .mat。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Kilometres (km)</source>
      <translation>千米（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest cell (m)</source>
      <translation>最大单元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest cell there (m)</source>
      <translation>该处最大单元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest displacement of a sample (mm)</source>
      <translation>采样点的最大位移（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Largest share without data (%)</source>
      <translation>无数据的最大占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Leave out nearer to the rupture than (m)</source>
      <translation>剔除距破裂小于此值的像元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Medians in place of means</source>
      <translation>以中位数代替平均值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Middle of the top edge</source>
      <translation>上边缘中点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Name of the track</source>
      <translation>轨道名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Nugget (mm2)</source>
      <translation>块金值（mm2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the half-space, for fault and model.</source>
      <translation>半空间的泊松比，用于断层和模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the inversion behind the data resolution, as a share of its largest singular value.</source>
      <translation>数据分辨率所依据的反演的阻尼，以其最大奇异值的比例表示。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the pixels of a cell.</source>
      <translation>单元内像元的占比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of the raster.</source>
      <translation>栅格的波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Of which point of a subfault they are. auto goes by the header and the depth of the first row, as the U.S. Geological Survey's files speak of centres where they give corners; the log tells what was taken.</source>
      <translation>坐标指子断层的哪个点。auto 依据表头和首行深度判断，因为美国地质调查局的文件称为中心而实际给出角点；日志说明所取方式。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Only pixels inside count.</source>
      <translation>仅计入其内的像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Over which correlation falls to 1/e; with the sill.</source>
      <translation>相关性降至 1/e 的距离；与基台值配合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Pairs of pixels</source>
      <translation>像元对数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Patches of the fault (km)</source>
      <translation>断层的子断层尺寸（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Points with track, displacement_mm, std_mm, weight, los_east, los_north, los_up, width_m, height_m, pixels, scatter_mm; the semivariogram in a table of the same file.</source>
      <translation>点，含 track、displacement_mm、std_mm、weight、los_east、los_north、los_up、width_m、height_m、pixels、scatter_mm；半变异函数在同一文件的表中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Polygons of this track's cells.</source>
      <translation>该轨道各单元的多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Positive values are</source>
      <translation>正值表示</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Quadtree</source>
      <translation>四叉树</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Radians</source>
      <translation>弧度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Range (km)</source>
      <translation>变程（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Regular grid</source>
      <translation>规则格网</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Resolution of the data (R matrix)</source>
      <translation>数据分辨率（R 矩阵）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Rupture</source>
      <translation>破裂迹线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples in the file</source>
      <translation>文件中的采样点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples of the track</source>
      <translation>该轨道的采样点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Samples wanted</source>
      <translation>期望采样点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Semivariogram (PNG)</source>
      <translation>半变异函数图（PNG）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Share of them in samples (%)</source>
      <translation>采样点中所含占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Sill (mm2)</source>
      <translation>基台值（mm2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Size of the patches into which a trace or a single plane is cut.</source>
      <translation>将迹线或单个平面切分成子断层的尺寸。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Smallest cell (m)</source>
      <translation>最小单元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Such as unwrapping errors, lakes, slides.</source>
      <translation>如解缠误差、湖泊、滑坡。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Take a ramp off before the criterion</source>
      <translation>应用准则前去除趋势面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Text file of samples</source>
      <translation>采样点文本文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>That of the file where empty.</source>
      <translation>留空则取文件名。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The plane through the far field; samples keep it.</source>
      <translation>过远场的平面；采样点仍保留该趋势面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The same seed draws the same pairs.</source>
      <translation>相同的种子抽取相同的像元对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The semivariogram and what was done.</source>
      <translation>半变异函数及处理说明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>The threshold is found that gives at most so many, if cells may be as large as that.</source>
      <translation>在单元允许如此大的前提下，寻找采样点数不超过此值的阈值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Threshold (mm, or data resolution)</source>
      <translation>阈值（mm，或数据分辨率）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Trace of the fault.</source>
      <translation>断层的迹线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Tracks that are handed on. Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in tables of the same file.</source>
      <translation>要传递的轨道。“位移降采样”的点：displacement_mm、std_mm、los_east、los_north、los_up 和 track，协方差在同一文件的表中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Turns a map of displacement along the line of sight into some hundred samples that an inversion can take, with the look vector, the extent, the number of pixels and the standard deviation of each, and the covariance between them from the semivariogram of the far field. One track a run: give the samples of the tracks before as 'Earlier samples', and the new layer holds all of them. Text files of samples (.lltnde, .lldet of GNSS, CSV, GBIS' .mat) come in the same way. Displacement in the layer is in mm, positive towards the satellite.</source>
      <translation>将视线向位移图化为反演可用的数百个采样点，每点含视线向量、范围、像元数和标准差，采样点间的协方差由远场的半变异函数得到。每次运行处理一条轨道：将之前各轨道的采样点作为“先前的采样点”给出，新图层即包含全部。采样点文本文件（.lltnde、GNSS 的 .lldet、CSV、GBIS 的 .mat）以同样方式读入。图层中的位移以 mm 为单位，朝向卫星为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance</source>
      <translation>方差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance held by the samples (%)</source>
      <translation>采样点保持的方差（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance of a pixel's own noise; with the sill.</source>
      <translation>像元自身噪声的方差；与基台值配合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Variance of the correlated errors, in place of the fit.</source>
      <translation>相关误差的方差，代替拟合值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>WGS 84 for degrees where empty; none for metres and kilometres.</source>
      <translation>留空时：度为 WGS 84；米和千米则无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Weights</source>
      <translation>权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Where nothing but noise is; where empty, all beyond a distance from the steepest displacement, from which on the map is quiet.</source>
      <translation>仅有噪声的区域；留空则取距位移最陡处一定距离以外、图面平静的全部区域。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Where phase is not coherent or was unwrapped over the fault.</source>
      <translation>相位不相干处，或解缠跨越断层处。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Where x = 0 and y = 0 lie, for .inp and .inr files without a map info block.</source>
      <translation>x = 0 和 y = 0 的位置，用于没有地图信息块的 .inp 和 .inr 文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>Width of the rupture (km)</source>
      <translation>破裂面的宽度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>With its trace, a fault for the method resolution: to the right of the way the line was drawn, unless fields of the layer say it.</source>
      <translation>与其迹线构成 resolution 方法所用的断层：向线绘制方向的右侧倾斜，除非图层字段另有说明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>With the distance above.</source>
      <translation>与上面的距离配合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>auto takes what the names of the columns say: lon is in degrees, x_km in kilometres.</source>
      <translation>auto 按列名判断：lon 为度，x_km 为千米。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>auto takes what the raster, the header or the format says; rad is unwrapped phase.</source>
      <translation>auto 采用栅格、表头或格式的说明；rad 为解缠相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>auto: displacement towards the satellite, phase away from it, as MintPy, ISCE, HyP3 and LiCSAR have it, and so a column range_change.</source>
      <translation>auto：位移朝向卫星，相位远离卫星，同 MintPy、ISCE、HyP3 和 LiCSAR；range_change 列亦为远离。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>curvature: root mean square about the cell's plane; variance: about its mean; gradient: the rise of the plane over the cell.</source>
      <translation>curvature：相对单元拟合平面的均方根；variance：相对其平均值的方差；gradient：平面在单元内的升降。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>downsampling</source>
      <translation>降采样</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>quadtree</source>
      <translation>四叉树</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>quadtree: cells are cut where displacement varies; uniform: all of one size; resolution: cells are cut that tell of a fault what no other does; model: as quadtree, after a model's displacement, for signals weaker than the noise.</source>
      <translation>quadtree：在位移变化处切分单元；uniform：大小一致；resolution：切分能反映断层独有信息的单元；model：同 quadtree，但依据模型的位移，用于弱于噪声的信号。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>samples</source>
      <translation>采样点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>semivariogram</source>
      <translation>半变异函数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/downsample.py" />
      <source>subsampling</source>
      <translation>子采样</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>子断层图层，如滑动工具所写：带高程的多边形，含字段 strike_deg、dip_deg、length_km、width_km、depth_km、slip_m、rake_deg（或 strike_slip_m、dip_slip_m）和 opening_m。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Compare slip model with catalogue</source>
      <translation>滑动模型与地震目录比较</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Depth of the model's middle (km)</source>
      <translation>模型中心深度 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Dip of the model (degrees)</source>
      <translation>模型倾角(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Distance (km)</source>
      <translation>距离 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Earthquakes (file)</source>
      <translation>地震(文件)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Earthquakes (layer)</source>
      <translation>地震(图层)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Entries farther from the middle of the slip are other earthquakes.</source>
      <translation>距滑动中心更远的条目视为其他地震。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: depth</source>
      <translation>地震字段：深度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: dip</source>
      <translation>地震字段：倾角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: magnitude</source>
      <translation>地震字段：震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: rake</source>
      <translation>地震字段：滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: strike</source>
      <translation>地震字段：走向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Field of earthquakes: time</source>
      <translation>地震字段：时间</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Finds the earthquake of a slip model in a seismic catalogue and compares both: distance and azimuth, depth, magnitude and moment, strike, dip and rake of the nearer nodal plane, the rotation between the mechanisms (Kagan angle), and the moment by depth. Reads layers, NDK of the Global CMT project, QuakeML, bulletins and tables; slip models of radar or of any finite-fault file.</source>
      <translation>在地震目录中找到滑动模型对应的地震并比较两者:距离和方位、深度、震级和地震矩、较近节面的走向、倾角和滑动角、机制间的旋转角(Kagan 角)以及随深度的地震矩。可读图层、Global CMT 的 NDK、QuakeML、通报和表格;滑动模型可来自雷达或任何有限断层文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>For stress and moment; that of a Coulomb file where empty, else 30.</source>
      <translation>用于应力和地震矩；留空则取 Coulomb 文件的值，否则为 30。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (depth ...).</source>
      <translation>留空则自动识别（depth ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (dip ...).</source>
      <translation>留空则自动识别（dip ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (magnitude ...).</source>
      <translation>留空则自动识别（magnitude ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (rake ...).</source>
      <translation>留空则自动识别（rake ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (strike ...).</source>
      <translation>留空则自动识别（strike ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Guessed where empty (time ...).</source>
      <translation>留空则自动识别（time ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>In place of a layer: NDK of the Global CMT project, QuakeML, a bulletin of the International Seismological Centre (ISF), or a table with a header that names strike, dip and rake; three columns of numbers need none.</source>
      <translation>代替图层:Global CMT 的 NDK、QuakeML、国际地震中心的通报 (ISF),或表头含 strike、dip 和 rake 的表格;三列数字的表格不需要表头。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Kagan angle (degrees)</source>
      <translation>Kagan 角(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Layers of the moment (km)</source>
      <translation>地震矩分层厚度 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Moment by depth</source>
      <translation>随深度的地震矩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Moment magnitude of the model</source>
      <translation>模型矩震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Of layers, with its share.</source>
      <translation>按层给出及其所占份额。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Points, or a table with columns of longitude and latitude, with strike, dip and rake (Aki and Richards) and perhaps depth, magnitude, time and the second plane.</source>
      <translation>点,或含经纬度列的表格,带走向、倾角和滑动角(Aki 和 Richards),可另有深度、震级、时间和第二节面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Rake of the model (degrees)</source>
      <translation>模型滑动角(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Reach (km)</source>
      <translation>范围 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic depth less the model's (km)</source>
      <translation>地震目录深度减模型深度 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic less model: distance, azimuth, depth, magnitude, ratio of moments, strike, dip and rake of the plane nearer to the model's, Kagan angle.</source>
      <translation>地震目录减模型:距离、方位、深度、震级、地震矩之比,较近模型的节面的走向、倾角和滑动角,Kagan 角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic magnitude less the model's</source>
      <translation>地震目录震级减模型震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic moment by the model's</source>
      <translation>地震目录地震矩与模型之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic solutions</source>
      <translation>地震解数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Seismic solutions beside the model</source>
      <translation>与模型对照的地震解</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Shear modulus (GPa)</source>
      <translation>剪切模量（GPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model (file)</source>
      <translation>滑动模型（文件）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model (layer)</source>
      <translation>滑动模型（图层）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model: coordinates in FSP and .param files</source>
      <translation>滑动模型：FSP 和 .param 文件中的坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Slip model: origin of a Coulomb file</source>
      <translation>滑动模型：Coulomb 文件的原点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Strike of the model (degrees)</source>
      <translation>模型走向(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Such as 2021-05-21T13:48:37 (universal time), or the day alone. Where it is empty the entry of the magnitude nearest to the model's is taken.</source>
      <translation>如 2021-05-21T13:48:37(世界时),或仅日期。留空则取震级最接近模型的条目。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Tables, and the moment by depth with the seismic depths.</source>
      <translation>表格,以及随深度的地震矩与地震目录深度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>That of a Coulomb file where empty, else 0.25.</source>
      <translation>留空则取 Coulomb 文件的值，否则为 0.25。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Thickness; a round one where empty.</source>
      <translation>厚度;留空则取整数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>Time of the earthquake</source>
      <translation>发震时刻</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>catalogue</source>
      <translation>目录</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>centroid</source>
      <translation>质心</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>kagan</source>
      <translation>kagan</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>magnitude</source>
      <translation>震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>ndk</source>
      <translation>ndk</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>quakeml</source>
      <translation>quakeml</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/eventcompare.py" />
      <source>slip</source>
      <translation>滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>0.25 in practice.</source>
      <translation>实际中取 0.25。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>0: 10 for each parameter, 50 at least.</source>
      <translation>0：每个参数 10 个，至少 50 个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>20,000 at most.</source>
      <translation>最多 20,000 个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>A plane by track besides the offset.</source>
      <translation>除偏移外，每条轨道一个平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>A point with the fields of its kind, their intervals, and notes on bounds; input of 'Forward model of slip' and of the stress tools. Of faults there is none.</source>
      <translation>一个点，带有其类型的字段、区间和关于界限的说明；可作为滑动正演模型和应力工具的输入。搜索断层时没有此图层。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>All pairs of parameters; says so where they are not to be used.</source>
      <translation>所有参数对；不可使用时会注明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Area of the fault</source>
      <translation>断层面积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>As the covariances say</source>
      <translation>按协方差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>At most.</source>
      <translation>最多。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Best faults</source>
      <translation>最佳断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Best values, bounds, credible intervals, R-hat, effective size, perturbed fits; a note where R-hat is 1.05 or more: then the posterior is not to be used.</source>
      <translation>最佳值、界限、可信区间、R-hat、有效样本量、扰动拟合；R-hat 达到 1.05 时附注：此时后验分布不可使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Best volcanic source</source>
      <translation>最佳火山源</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Bounds</source>
      <translation>界限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Burn-in (%)</source>
      <translation>预烧期（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Chains</source>
      <translation>链数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Compound dislocation</source>
      <translation>复合位错</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Covariances up to a factor</source>
      <translation>协方差（相差一个因子）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Depth of the centre (km)</source>
      <translation>中心深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Depth of the upper edge (km)</source>
      <translation>上边缘深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Depth of the volcanic source (km)</source>
      <translation>火山源的深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Differential evolution</source>
      <translation>差分进化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Draws of the posterior</source>
      <translation>后验抽样</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Effective draws that are enough</source>
      <translation>足够的有效抽样数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Errors of the data</source>
      <translation>数据误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Fault (rectangles)</source>
      <translation>断层（矩形）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Finds where an earthquake's fault lies and how it slipped: one or several rectangles with uniform slip in an elastic half-space. A particle swarm and differential evolution search within bounds, least squares refine; Markov chains then tell what the data leave open (credible intervals, trade-offs), and noise that is added to the data how far the best fault moves. Errors enter with their whole covariance; offsets and ramps of the tracks are solved for, and marginalised in the posterior. Parameters that a bound holds are flagged. Uniform slip is a first picture: go on with 'Slip inversion'. In place of the fault it finds a volcanic source: Mogi point, sphere, prolate spheroid, penny-shaped crack or compound dislocation.</source>
      <translation>查找地震断层的位置及其滑动：弹性半空间中一个或多个均匀滑动的矩形。粒子群和差分进化在界限内搜索，最小二乘精化；随后马尔可夫链给出数据未能约束的部分（可信区间、参数折衷），对数据加噪给出最佳断层的变动程度。误差以完整协方差引入；各轨道的偏移和趋势面一并求解，并在后验中边缘化。受界限制约的参数作标记。均匀滑动只是初步结果：请继续使用“滑动反演”。也可不找断层而找火山源：Mogi 点源、球体、长椭球体、圆盘形裂缝或复合位错。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Fit</source>
      <translation>拟合</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>For moments.</source>
      <translation>用于地震矩。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Global search</source>
      <translation>全局搜索</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>How many rectangles, where no layer of places says it.</source>
      <translation>矩形的个数，用于没有位置图层时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Largest R-hat</source>
      <translation>最大 R-hat</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Length (km)</source>
      <translation>长度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Likely upper edges</source>
      <translation>可能的上边缘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Lines or points, one for each fault: mapped traces or guesses. The middle of the upper edge is searched for about them; lines bound strike (30 degrees either way, dipping to either side) and length (0.2 to 2 times), too.</source>
      <translation>线或点，每个断层一个：填绘的迹线或猜测位置。在其周围搜索上边缘中点；线还约束走向（两侧各 30 度，可向任一侧倾斜）和长度（0.2 到 2 倍）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Local search</source>
      <translation>局部搜索</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Middle of the upper edge, x</source>
      <translation>上边缘中点 x</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Middle of the upper edge, y</source>
      <translation>上边缘中点 y</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Minimum effective size</source>
      <translation>最小有效样本量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Models a step</source>
      <translation>每步模型数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Mogi point</source>
      <translation>Mogi 点源</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Moment magnitude of all faults</source>
      <translation>全部断层的矩震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Multiplies their shares of the misfit; intervals then no longer follow from the covariance.</source>
      <translation>乘以其在失配中的份额；此时区间不再由协方差得出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Numbers, warnings and plots.</source>
      <translation>数值、警告和图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Of the best faults (draw 0) and of draws of the posterior.</source>
      <translation>最佳断层（抽样 0）和后验抽样的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Of the posterior, at most; they end earlier when they know enough. 0 leaves the posterior out.</source>
      <translation>后验的最多步数；信息足够时提前结束。0 表示不求后验。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Parameters</source>
      <translation>参数表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Parameters that a bound holds</source>
      <translation>受界限制约的参数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Particle swarm</source>
      <translation>粒子群</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Particle swarm and differential evolution</source>
      <translation>粒子群与差分进化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Penny-shaped crack</source>
      <translation>圆盘形裂缝</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Perturbed data</source>
      <translation>扰动数据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Places</source>
      <translation>位置</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Point compound dislocation</source>
      <translation>点复合位错</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Polygons in space with the slip, the parameters' intervals, and notes on bounds; input of 'Slip inversion' and of the stress tools.</source>
      <translation>三维多边形，含滑动量、参数区间及有关界限的说明；作为“滑动反演”和应力工具的输入。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Prolate spheroid</source>
      <translation>长椭球体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Rake (degrees)</source>
      <translation>滑动角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Reach about the places (km)</source>
      <translation>位置周围的搜索范围（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Restarts</source>
      <translation>重启次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Search for the fault</source>
      <translation>搜索断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Seismic moment of all faults (N m)</source>
      <translation>全部断层的地震矩（N m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Share of each chain that is thrown away.</source>
      <translation>每条链舍弃的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Slip (m)</source>
      <translation>滑动量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Source</source>
      <translation>源</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Sphere</source>
      <translation>球体</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Steps of a search</source>
      <translation>搜索步数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Steps of the chains</source>
      <translation>链的步数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Strike (degrees)</source>
      <translation>走向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Such as: strike 120 to 150; dip 30 to 70; top_depth 0 to 5; 2: length 5 to 30. Parameters: x, y (map coordinates), top_depth, length, width (km), strike, dip (degrees; beyond 90 it dips to the other side, and bounds that end at 90 go on there by 30 degrees; end them at 89.9 where they must not), strike_slip (left-lateral +), dip_slip (reverse +), opening (m), or slip and rake in their place. One number keeps a parameter; a fault's number and a colon before it mean that fault only. What is not given has wide bounds from the data; opening is kept at 0. Of volcanic sources: x, y, depth, radius, semi_major, semi_x, semi_y, semi_z (km), aspect (short over long semi-axis), trend, plunge, omega_x, omega_y, omega_z (degrees), volume, volume_x, volume_y, volume_z (m3), opening (m).</source>
      <translation>例如：strike 120 to 150; dip 30 to 70; top_depth 0 to 5; 2: length 5 to 30。参数：x、y（地图坐标），top_depth、length、width（km），strike、dip（度；超过 90 则向另一侧倾斜，止于 90 的界限会在那一侧再延伸 30 度；若不希望如此，请止于 89.9），strike_slip（左旋为 +）、dip_slip（逆冲为 +）、opening（m），或以 slip 和 rake 代替。只给一个数则固定该参数；前面加断层编号和冒号表示仅用于该断层。未给出的参数由数据取宽界限；opening 固定为 0。火山源的参数：x、y、depth、radius、semi_major、semi_x、semi_y、semi_z（km），aspect（短半轴与长半轴之比），trend、plunge、omega_x、omega_y、omega_z（度），volume、volume_x、volume_y、volume_z（m3），opening（m）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>That run side by side.</source>
      <translation>并行运行的条数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>The chains end when every parameter has so many, and R-hat below 1.01; 0 makes all steps.</source>
      <translation>每个参数都达到此数且 R-hat 低于 1.01 时链结束；0 则走完全部步数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>The same seed gives the same numbers.</source>
      <translation>相同的种子产生相同的数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>The samples with modelled_mm, residual_mm and offset_mm.</source>
      <translation>采样点，含 modelled_mm、residual_mm 和 offset_mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Times each search begins anew.</source>
      <translation>每次搜索重新开始的次数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Times that noise is added to the data and the fault is fitted anew; 100 is usual.</source>
      <translation>对数据加噪并重新拟合断层的次数；通常为 100。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>To the east, west, north and south; half of the line and 5 km at least if empty.</source>
      <translation>向东、西、北、南；留空取线长的一半，且至少 5 km。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Trade-offs</source>
      <translation>参数折衷</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Use the samples' weights</source>
      <translation>使用采样点的权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Volume change of the volcanic source (m3)</source>
      <translation>火山源的体积变化（m3）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>What the fault has to explain. Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in tables of the same file.</source>
      <translation>断层需要解释的数据。“位移降采样”的点：displacement_mm、std_mm、los_east、los_north、los_up 和 track，协方差在同一文件的表中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Where the middle of the upper edge may lie; the samples' extent if empty.</source>
      <translation>上边缘中点可能所在的范围；留空取采样点的范围。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>Width (km)</source>
      <translation>宽度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>bayesian</source>
      <translation>贝叶斯</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>both: particle swarm and differential evolution; local: only refine the middle of the bounds.</source>
      <translation>both：粒子群和差分进化；local：仅从界限中点精化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>credible interval</source>
      <translation>可信区间</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>fault: rectangles that slip. Volcanic ones, one at a time: mogi: a point; sphere: of finite size (McTigue); spheroid: prolate (Yang); penny: a horizontal circular crack (Fialko); pcdm and cdm: compound dislocations of a point and of a finite size (Nikkhoo).</source>
      <translation>fault：滑动的矩形。火山源，每次一个：mogi：点源；sphere：有限大小的球体（McTigue）；spheroid：长椭球体（Yang）；penny：水平圆盘形裂缝（Fialko）；pcdm 和 cdm：点状和有限大小的复合位错（Nikkhoo）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>gbis</source>
      <translation>gbis</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>geometry</source>
      <translation>几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>given: as the covariances say. scaled: known up to a factor for each track, which is marginalised; choose it where the log tells that residuals exceed the covariance.</source>
      <translation>given：按协方差所示。scaled：每条轨道的协方差相差一个未知比例系数，该系数被边缘化；日志提示残差超出协方差时选用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>mcmc</source>
      <translation>mcmc</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>mogi</source>
      <translation>mogi</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>okada</source>
      <translation>okada</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>particle swarm</source>
      <translation>粒子群</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>posterior</source>
      <translation>后验</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>uniform slip</source>
      <translation>均匀滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/faultsearch.py" />
      <source>volcano</source>
      <translation>火山</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>A buried fault's top edge lies away from its trace at the surface, down the dip.</source>
      <translation>隐伏断层的上边缘沿倾向偏离其地表迹线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>A surface without gaps or overlaps at the bends, in place of rectangles.</source>
      <translation>转折处无缝隙、无重叠的曲面，代替矩形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Along the strike.</source>
      <translation>沿走向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Along the strike; planes are cut into a whole number of about this size. 0 leaves them as they are.</source>
      <translation>沿走向；平面被切成整数个约此大小的子断层。0 则保持原样。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>At points</source>
      <translation>点上的结果</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Bands east, north and up (mm), and towards the satellite where an orbit is given.</source>
      <translation>波段为东、北、上（mm），给出轨道时还有朝向卫星的分量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Bends smaller than this are drawn straight; each straight piece becomes a plane.</source>
      <translation>小于此值的弯曲拉直；每个直线段成为一个平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>CRS of the map</source>
      <translation>地图的 CRS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Clockwise from north; the plane dips to its right.</source>
      <translation>自北顺时针；平面向其右侧倾斜。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Computes what slip on faults, or a volcanic source, does to an elastic half-space: displacement to the east, north and up, displacement and wrapped fringes along an orbit's line of sight, strain and stress; on a map at any depth, or at points. Patches are rectangles or triangles. Numbers hold near edges, near vertical dips and where faults break the surface, where published codes fail; on the edges themselves, and a hair beside corners at the surface, there is no number. Volcanic sources are Mogi points, spheres, prolate spheroids, penny-shaped cracks and compound dislocations. Topography, layers and the Earth's curvature are left out.</source>
      <translation>计算断层滑动或火山源在弹性半空间中的效应：向东、北、上的位移，沿某轨道视线向的位移和缠绕条纹，应变和应力；可在任意深度的地图上或在点上计算。子断层为矩形或三角形。在边缘附近、倾角接近垂直以及断层出露地表处，已发表的代码会失效，而此处数值仍成立；边缘线上以及紧邻地表角点处没有数值。火山源有 Mogi 点源、球体、长椭球体、圆盘形裂缝和复合位错。不考虑地形、分层和地球曲率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Degrees; guessed where empty (dip, average_dip ...).</source>
      <translation>度；留空则自动识别（dip、average_dip ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth (km)</source>
      <translation>深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth of the bottom (km)</source>
      <translation>底部深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth of the point (km)</source>
      <translation>点的深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Depth of the top (km)</source>
      <translation>顶部深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Dips to the left</source>
      <translation>向左倾</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Dips to the right</source>
      <translation>向右倾</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Down the dip: of the plane, and of traces without a bottom depth.</source>
      <translation>沿倾向：平面的宽度，以及没有底部深度的迹线的宽度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Down the dip; 0 takes the length.</source>
      <translation>沿倾向；0 取与长度相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Each row's patches are by this factor larger than those above, as data resolve less of what lies deeper.</source>
      <translation>每一行的子断层按此系数大于其上一行，因为数据对深部的分辨能力较低。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Extent of the map</source>
      <translation>地图范围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault from</source>
      <translation>断层来源</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: mapped trace</source>
      <translation>断层：填绘迹线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches (file)</source>
      <translation>断层：子断层（文件）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches (layer)</source>
      <translation>断层：子断层（图层）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches: coordinates in FSP and .param files</source>
      <translation>断层：子断层：FSP 和 .param 文件中的坐标</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: patches: origin of a Coulomb file</source>
      <translation>断层：子断层：Coulomb 文件的原点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fault: point of a single plane</source>
      <translation>断层：单个平面的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Faults and their slip. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>断层及其滑动。子断层图层，如滑动工具所写：带高程的多边形，含字段 strike_deg、dip_deg、length_km、width_km、depth_km、slip_m、rake_deg（或 strike_slip_m、dip_slip_m）和 opening_m。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Field: depth (km)</source>
      <translation>字段：深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Field: depth of the bottom (km)</source>
      <translation>字段：底部深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Field: depth of the top (km)</source>
      <translation>字段：顶部深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Fields of the points, and all of the numbers.</source>
      <translation>点的字段，以及全部计算数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>File of patches or triangles</source>
      <translation>子断层或三角形文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Forward model of slip</source>
      <translation>滑动正演模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Goes with strike, dip, length and width.</source>
      <translation>与走向、倾角、长度和宽度一起使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Growth of patches with depth</source>
      <translation>子断层随深度的增大系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Guessed where empty.</source>
      <translation>留空则自动识别。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>In place of slip: a point each, with the fields kind (mogi, sphere, spheroid, penny, pcdm, cdm), depth_km and dvolume_m3 (pcdm: dvolume_x_m3, dvolume_y_m3, dvolume_z_m3), or dpressure_mpa of sphere, spheroid and penny. Further fields: radius_m of sphere and penny; semi_major_m, semi_minor_m, trend_deg and plunge_deg of spheroid; omega_x_deg, omega_y_deg, omega_z_deg of pcdm and cdm; semi_x_m, semi_y_m, semi_z_m and opening_m of cdm. The search for faults writes such layers.</source>
      <translation>代替滑动：每个源一个点，字段有 kind（mogi、sphere、spheroid、penny、pcdm、cdm）、depth_km 和 dvolume_m3（pcdm 为 dvolume_x_m3、dvolume_y_m3、dvolume_z_m3），sphere、spheroid 和 penny 也可用 dpressure_mpa。其他字段：sphere 和 penny 的 radius_m；spheroid 的 semi_major_m、semi_minor_m、trend_deg 和 plunge_deg；pcdm 和 cdm 的 omega_x_deg、omega_y_deg、omega_z_deg；cdm 的 semi_x_m、semi_y_m、semi_z_m 和 opening_m。断层搜索会写出这样的图层。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Largest displacement (mm)</source>
      <translation>最大位移（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Largest subsidence (mm)</source>
      <translation>最大沉降（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Largest uplift (mm)</source>
      <translation>最大抬升（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Layer of patches</source>
      <translation>子断层图层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Length of a patch (km)</source>
      <translation>子断层长度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Length of the plane (km)</source>
      <translation>平面长度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Letters such as SW, or degrees; guessed where empty (dip_dir ...).</source>
      <translation>方位字母（如 SW）或度数；留空则自动识别（dip_dir ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Lines, each a segment, with dip and depths below or in fields.</source>
      <translation>线，每条为一段，倾角和深度在下面或字段中给出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Longer at both ends by (km)</source>
      <translation>两端各延长（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Maximum towards the satellite (mm)</source>
      <translation>朝向卫星的最大值（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Minimum towards the satellite (mm)</source>
      <translation>朝向卫星的最小值（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Moment magnitude</source>
      <translation>矩震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Numbers (point, strike, dip, size)</source>
      <translation>数值（点、走向、倾角、尺寸）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of a dike or a sill, across the plane.</source>
      <translation>岩墙或岩床的张开，垂直于平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of planes of patches.</source>
      <translation>子断层所在平面的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of that slip: 0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.</source>
      <translation>该滑动的滑动角：0 左旋，90 逆冲，180 右旋，-90 正断。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the fringes: 0.0555 C-band, 0.236 L-band, 0.031 X-band.</source>
      <translation>条纹的波长：C 波段 0.0555，L 波段 0.236，X 波段 0.031。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the map, and of points without a depth of their own.</source>
      <translation>地图的深度，也用于自身没有深度的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the plane at the point, and of traces without a field of it.</source>
      <translation>点处平面的倾角，也用于没有该字段的迹线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the plane's point.</source>
      <translation>平面上该点的深度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of the plane.</source>
      <translation>点在平面上的位置。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of traces, 0 where empty; planes of patches are drawn up to it.</source>
      <translation>迹线的顶部深度，留空为 0；子断层的平面向上延伸至此。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Of traces; planes of patches are drawn down to it.</source>
      <translation>迹线的底部深度；子断层的平面向下延伸至此。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>One or several planes, such as the fault that a search has found; patches that fill a plane are joined and cut anew. Slip is not needed. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>一个或多个平面，如搜索所得的断层；填满平面的子断层先合并再重新切分。不需要滑动量。子断层图层，如滑动工具所写：带高程的多边形，含字段 strike_deg、dip_deg、length_km、width_km、depth_km、slip_m、rake_deg（或 strike_slip_m、dip_slip_m）和 opening_m。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Opening of the fault (m)</source>
      <translation>断层张开量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Phase in radians, positive away from the satellite.</source>
      <translation>以弧度为单位的相位，远离卫星为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Positive down.</source>
      <translation>向下为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Raster with the grid of the map</source>
      <translation>提供地图格网的栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Seen along the way they were drawn, where no direction of dip is in a field.</source>
      <translation>沿其绘制方向看，用于没有倾向字段时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Seismic moment (N m)</source>
      <translation>地震矩（N m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Six components in MPa, tension positive.</source>
      <translation>六个分量，MPa，拉张为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Six components in millionths, extension positive.</source>
      <translation>六个分量，百万分之一，伸长为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Slip of the fault (m)</source>
      <translation>断层滑动量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Straighten traces within (km)</source>
      <translation>拉直迹线的容差（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Strain</source>
      <translation>应变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Stress</source>
      <translation>应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Strike of the plane (degrees)</source>
      <translation>平面走向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>That of the model where empty.</source>
      <translation>留空则取模型的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>The same all over a fault that is given.</source>
      <translation>在给出的整个断层上相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>The surroundings of the model where empty.</source>
      <translation>留空则取模型周围的区域。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Top edge</source>
      <translation>上边缘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Trace (lines, with dip and width)</source>
      <translation>迹线（线，附倾角和宽度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Traces are drawn at the</source>
      <translation>迹线绘制于</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Traces dip to their</source>
      <translation>迹线倾向其</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Triangles below the trace</source>
      <translation>迹线以下用三角形</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Two hundred cells along the longer side where empty.</source>
      <translation>留空取长边二百个单元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Volcanic sources</source>
      <translation>火山源</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Volume change of volcanic sources (m3)</source>
      <translation>火山源的体积变化（m3）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>What the point is</source>
      <translation>点的含义</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Where numbers are wanted besides the map, in any CRS.</source>
      <translation>除地图外需要数值的位置，任意 CRS。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Which of the inputs below says where the fault is. trace: lines, with a dip and a lower end; patches: a layer of planes, such as a fault search's; file: .fsp, .param, .inp (a slip model file, under the advanced parameters); numbers: a point, with dip and width, and strike and length (under the advanced ones); auto: the one that is given.</source>
      <translation>下列哪项输入给出断层位置。trace：线，附倾角和下端；patches：平面图层，如断层搜索的结果；file：.fsp、.param、.inp（滑动模型文件，在高级参数中）；numbers：一个点，附倾角和宽度，以及走向和长度（在高级参数中）；auto：所给出的那一项。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Width of a patch (km)</source>
      <translation>子断层宽度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Wins over extent, cell and CRS.</source>
      <translation>优先于范围、单元和 CRS。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>Wrapped fringes</source>
      <translation>缠绕条纹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>compound dislocation</source>
      <translation>复合位错</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>dislocation</source>
      <translation>位错</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>elastic</source>
      <translation>弹性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>half-space</source>
      <translation>半空间</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>penny</source>
      <translation>圆盘裂缝</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>sill</source>
      <translation>岩床</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>strain</source>
      <translation>应变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/forwardmodel.py" />
      <source>stress</source>
      <translation>应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Bottom (km)</source>
      <translation>底部（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>CRS of the layer</source>
      <translation>图层的 CRS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Coulomb .inp</source>
      <translation>Coulomb .inp</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Coulomb .inr</source>
      <translation>Coulomb .inr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>FSP</source>
      <translation>FSP</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Finite-source rupture model; coordinates of centres.</source>
      <translation>有限震源破裂模型；中心点坐标。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>For QGIS' 3-D map: depths are shown from the mean height of the ground over the source on. The project takes it as its terrain where it has none, and a metric CRS where it is in degrees, in which QGIS shows no third dimension.</source>
      <translation>用于 QGIS 三维地图：深度从震源上方地面的平均高程起算。工程若无地形则采用它作为地形；若工程以度为单位则改用米制坐标系，因为 QGIS 在度单位下不显示三维。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>For moments; that of a Coulomb file where empty, else 30.</source>
      <translation>用于地震矩；留空则取 Coulomb 文件的值，否则为 30。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>For the header of FSP.</source>
      <translation>用于 FSP 的文件头。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>GeoJSON</source>
      <translation>GeoJSON</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Import and export slip model</source>
      <translation>导入与导出滑动模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Largest slip (m)</source>
      <translation>最大滑动量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Leaves out those at rest, such as receivers in Coulomb files.</source>
      <translation>剔除静止的子断层，如 Coulomb 文件中的接收断层。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Mean slip (m)</source>
      <translation>平均滑动量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Name of the event</source>
      <translation>事件名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Only patches that slip</source>
      <translation>仅保留有滑动的子断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Patches</source>
      <translation>子断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Polygons with heights and the layer's fields.</source>
      <translation>带高程的多边形及图层的字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Polygons with heights; fields of depth, strike, dip, size, slip, rake and moment.</source>
      <translation>带高程的多边形；含深度、走向、倾角、尺寸、滑动量、滑动角和地震矩字段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Rake and net slip, top edges.</source>
      <translation>滑动角和净滑动量，上边缘。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Reads an earthquake's slip model and writes it in other formats: a layer of patches in space, GeoJSON, finite-source rupture models (FSP, as SRCMOD and the USGS publish them), and Coulomb's input files with right-lateral and reverse slip (.inp) or rake and net slip (.inr). Takes centres for centres and top edges for top edges, strikes from true north, and slip of the hanging wall, left-lateral and reverse positive; compares the moment with the one in the header. Triangles and opening are refused where a format cannot hold them.</source>
      <translation>读取地震滑动模型并以其他格式写出：三维子断层图层、GeoJSON、有限震源破裂模型（FSP，如 SRCMOD 和 USGS 所发布），以及 Coulomb 的输入文件（右旋和逆冲滑动量 .inp，或滑动角和净滑动量 .inr）。中心点与上边缘按各格式定义区分，走向自真北量起，滑动指上盘的滑动，左旋和逆冲为正；将地震矩与文件头中的值比较。格式无法容纳三角形和张开量时予以拒绝。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Right-lateral and reverse slip, top edges.</source>
      <translation>右旋和逆冲滑动量，上边缘。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>SRCMOD</source>
      <translation>SRCMOD</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Slip patches</source>
      <translation>子断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>That of the input where empty; longitude and latitude for text formats.</source>
      <translation>留空则取输入的 CRS；文本格式取经纬度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>Top (km)</source>
      <translation>顶部（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>USGS</source>
      <translation>USGS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>coulomb</source>
      <translation>库仑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>finite fault</source>
      <translation>有限断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/importslipmodel.py" />
      <source>inp</source>
      <translation>inp</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>0 for no checkerboard test.</source>
      <translation>0 表示不做棋盘格测试。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>0 left-lateral, 90 reverse, 180 right-lateral, -90 normal (Aki and Richards).</source>
      <translation>0 左旋，90 逆冲，180 右旋，-90 正断（Aki and Richards）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>60:90:2 for every 2 degrees from 60 to 90, or a list; the fault is turned about its top. Empty for its own dip.</source>
      <translation>60:90:2 表示 60 到 90 度每 2 度一个，或一个列表；断层绕其顶部转动。留空则取自身倾角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>A ramp a track besides its offset; none for GNSS.</source>
      <translation>除偏移外，每条轨道一个趋势面；GNSS 无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>As the code of Feng et al. does: values of different dips can then hardly be compared. For comparison with earlier work only.</source>
      <translation>与 Feng et al. 的代码相同：此时不同倾角的值难以相互比较。仅用于与先前工作比较。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>By its ending: finite-source model (.fsp), Coulomb's .inp or .inr, or .geojson.</source>
      <translation>按扩展名：有限震源模型（.fsp）、Coulomb 的 .inp 或 .inr，或 .geojson。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Centroid depth (km)</source>
      <translation>矩心深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Centroid x</source>
      <translation>矩心 x</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Centroid y</source>
      <translation>矩心 y</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Checkerboard</source>
      <translation>棋盘格测试</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Choice of dip and smoothing</source>
      <translation>倾角和平滑因子的选择</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Corner of the L-curve</source>
      <translation>L 曲线拐点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Correlation of data and model</source>
      <translation>数据与模型的相关系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Data sets for standard errors</source>
      <translation>用于标准误差的数据集数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Depth of the largest slip (km)</source>
      <translation>最大滑动处的深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dip between those tried</source>
      <translation>试算值之间的最佳倾角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dip that was taken (degrees)</source>
      <translation>采用的倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dips and smoothings</source>
      <translation>倾角与平滑因子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Dips to try (degrees)</source>
      <translation>试算倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Displacement of one or more tracks. Points of 'Down-sample displacement': displacement_mm, std_mm, los_east, los_north, los_up and track, with the covariance in tables of the same file.</source>
      <translation>一条或多条轨道的位移。“位移降采样”的点：displacement_mm、std_mm、los_east、los_north、los_up 和 track，协方差在同一文件的表中。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Estimate ramps</source>
      <translation>估计趋势面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Every track weighs the same</source>
      <translation>各轨道等权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Factors of squared residuals beside the covariance: T128A: 0.8, T033D: 1. Others are 1.</source>
      <translation>协方差之外残差平方的系数：T128A: 0.8, T033D: 1。其余为 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Finds how much, and which way, the patches of a fault slipped, from samples of displacement: least squares with the data's covariance, slip kept within bounds and smooth along, across and between segments. Smoothing and dip are chosen from a grid of both. Comes with standard errors, resolution, a checkerboard test, moment and magnitude. Works alike for earthquakes, afterslip and creep. The rock is an elastic half-space; moment is what noise, smoothing, bounds and dip make it, which its error and its interval count together (the dip where several are tried).</source>
      <translation>由位移采样点求断层各子断层滑动的大小和方向：采用数据协方差的最小二乘，滑动限制在界限内，并在断层段的走向、倾向及段间平滑。平滑因子和倾角由两者的网格选取。附标准误差、分辨率、棋盘格测试、地震矩和震级。同样适用于地震、震后余滑和蠕滑。岩石为弹性半空间；地震矩取决于噪声、平滑、界限和倾角，其误差和区间将这些一并计入（倾角在尝试多个时计入）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Fixed rake</source>
      <translation>固定滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Free</source>
      <translation>自由</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>From the data (range about the best rake)</source>
      <translation>由数据确定（最佳滑动角附近的范围）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Generalised cross-validation (GCV)</source>
      <translation>广义交叉验证（GCV）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Given weights</source>
      <translation>给定的权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Its standard error (N m)</source>
      <translation>其标准误差（N m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Its standard error (degrees)</source>
      <translation>其标准误差（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Larger than the first by less than 180; right-lateral slip is 135 to 225, say.</source>
      <translation>比前者大且相差小于 180；例如右旋滑动为 135 到 225。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Mean rake (degrees)</source>
      <translation>平均滑动角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Minimum of misfit and roughness (log)</source>
      <translation>失配与粗糙度的最小值（对数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Misfit, roughness and criteria of all of them.</source>
      <translation>全部组合的失配、粗糙度和准则值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Moment, lower end of the 95 % interval (N m)</source>
      <translation>地震矩，95 % 区间下限（N m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Moment, upper end of the 95 % interval (N m)</source>
      <translation>地震矩，95 % 区间上限（N m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>No patch slips more; empty or 0: no limit.</source>
      <translation>子断层的滑动量不超过此值；留空或 0：不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Noisy copies of the model's data that are inverted with the same bounds; 0 for none.</source>
      <translation>模型数据的加噪副本数，以相同界限反演；0 表示无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Of segments that slip another way: 2: 60 120, 3: 80 100 (segments count from 1).</source>
      <translation>用于滑动方式不同的断层段：2: 60 120, 3: 80 100（断层段从 1 起编号）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Of the noise; the same seed gives the same numbers.</source>
      <translation>噪声的种子；相同的种子产生相同的数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>One, a list, or 0.1:10:12 for 12 from 0.1 to 10; the larger the smoother. Empty for 12 about the place where data and roughness weigh the same.</source>
      <translation>一个值、一个列表，或 0.1:10:12 表示从 0.1 到 10 取 12 个；越大越平滑。留空则在数据与粗糙度权重相当处附近取 12 个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Patches at the largest slip</source>
      <translation>达到最大滑动量的子断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Patches with heights: slip, rake, its standard error, bias and resolution.</source>
      <translation>带高程的子断层：滑动量、滑动角、其标准误差、偏差和分辨率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>RMS of residuals (mm)</source>
      <translation>残差 RMS（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rake</source>
      <translation>滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rake from (degrees)</source>
      <translation>滑动角下限（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rake to (degrees)</source>
      <translation>滑动角上限（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Rakes by segment</source>
      <translation>按断层段给定滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Range of rakes</source>
      <translation>滑动角范围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Scale within each dip</source>
      <translation>在每个倾角内缩放</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Segments that get these dips</source>
      <translation>采用这些倾角的断层段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip</source>
      <translation>滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip at the bottom edge</source>
      <translation>底边缘处的滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip at the ends</source>
      <translation>两端的滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip at the top edge</source>
      <translation>顶边缘处的滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip in another format</source>
      <translation>其他格式的滑动模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip inversion</source>
      <translation>滑动反演</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Slip, fit by track, L-curve, dip and smoothing.</source>
      <translation>滑动、各轨道的拟合、L 曲线、倾角和平滑因子。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Smoothing factors</source>
      <translation>平滑因子</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Squares of the checkerboard (km)</source>
      <translation>棋盘格方块（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Such as 1, 3; empty for all. Dips of several segments are found one after another.</source>
      <translation>如 1, 3；留空为全部。多个断层段的倾角逐一求取。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>The samples with modelled_mm, residual_mm and offset_mm (offset and ramp).</source>
      <translation>采样点，含 modelled_mm、residual_mm 和 offset_mm（偏移和趋势面）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Turn the fault about</source>
      <translation>断层转动所绕的线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Variance components</source>
      <translation>方差分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Variance reduction (%)</source>
      <translation>方差缩减（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Weights of the tracks</source>
      <translation>各轨道的权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>What comes back of it, with input_slip_m and error_m.</source>
      <translation>棋盘格恢复结果，含 input_slip_m 和 error_m。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>Zero slip</source>
      <translation>零滑动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>auto: within 45 degrees of the mean rake of an inversion without bounds; range: between the two rakes below; fixed: the first of them; free: any way, also backwards.</source>
      <translation>auto：在无界限反演所得平均滑动角的 45 度以内；range：下面两个滑动角之间；fixed：取其中第一个；free：任意方向，包括反向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>distributed</source>
      <translation>分布式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>free or zero.</source>
      <translation>free 或 zero。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>free: may reach it; zero: falls to nought there.</source>
      <translation>free：可到达该边缘；zero：在该处降为零。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>given: those below; variance: from the residuals and degrees of freedom (variance components); equal: so that all tracks' residuals weigh the same.</source>
      <translation>given：下面给出的；variance：由残差和自由度得出（方差分量）；equal：使各轨道的残差权重相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>log_sum: misfit plus roughness, both scaled over the grid (Feng et al.); l_curve: the corner; gcv: cross-validation, which takes the data's covariance at its word.</source>
      <translation>log_sum：失配加粗糙度，两者均在网格上缩放（Feng et al.）；l_curve：拐点；gcv：交叉验证，完全采信数据的协方差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>moment</source>
      <translation>地震矩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>rake</source>
      <translation>滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/source/slipinversion.py" />
      <source>top: the top edge of its patches; surface: the line where it would reach the surface.</source>
      <translation>top：其子断层的上边缘；surface：其延伸至地表处的线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>A pair counts at a pixel where the gradients of its window agree at least so well, 0 (at random) to 1.</source>
      <translation>干涉对在某像元窗口内的梯度至少如此一致时才计入，0（随机）到 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Agreement</source>
      <translation>一致性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Area of the candidates (km2)</source>
      <translation>候选区面积 (km2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Averages the phase gradients of many short pairs into a rate of displacement by kilometre, east and north, with its standard deviation. Takes wrapped phase, so nothing has to be unwrapped; what moves by itself, such as a slow slide, stands out by its rim, and slow changes from end to end of a scene (orbits, most of the atmosphere) fade. Candidates of slow slides come as polygons with rate, size and quality.</source>
      <translation>将许多短时间干涉对的相位梯度平均为每公里向东和向北的位移速率及其标准差。使用缠绕相位，因此无需解缠；自行移动的地面（如缓慢滑坡）以其边缘凸显，而贯穿整景的缓慢变化（轨道、大部分大气）则减弱。缓慢滑坡候选区以多边形给出，含速率、大小和质量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Candidates are then looked for on slopes only. Heights in metres, any CRS and grid.</source>
      <translation>此时只在斜坡上寻找候选区。高程以米为单位，任意坐标系和格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Candidates exceed the scene's noise by so many times.</source>
      <translation>候选区超过场景噪声的倍数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Candidates of slow slides</source>
      <translation>缓慢滑坡候选区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Columns and rows</source>
      <translation>列和行</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Diagonals too</source>
      <translation>含对角线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Directions</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Displacement towards the satellite by kilometre and year along two or four directions, and its standard deviations.</source>
      <translation>沿两个或四个方向、每公里每年朝向卫星的位移及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Gradient over its standard deviation; noise alone has a median of 1.2.</source>
      <translation>梯度除以其标准差；仅有噪声时中位数为 1.2。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Gradients and strain</source>
      <translation>梯度与应变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Gradients are averaged over a square of this side, three pixels at least. Smaller than the border of a slide is wide; some kilometres for a fault.</source>
      <translation>梯度在此边长的正方形内平均，至少三个像元。应小于滑坡边缘的宽度；断层则为数公里。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Largest gradient (mm/yr/km)</source>
      <translation>最大梯度 (mm/yr/km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Least agreement</source>
      <translation>最小一致性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Least detection ratio of a slide</source>
      <translation>滑坡的最小检测比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Least slope (degrees)</source>
      <translation>最小坡度（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Longer pairs are left out: they decorrelate, and their gradients are steeper.</source>
      <translation>更长的干涉对不使用：它们失相干，且梯度更陡。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Longest pair (days)</source>
      <translation>最长干涉对（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Mean over a candidate; with an elevation model.</source>
      <translation>候选区内的平均值；需有高程模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Median standard deviation (mm/yr/km)</source>
      <translation>标准差中位数 (mm/yr/km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Noise of the scene over the standard deviations</source>
      <translation>场景噪声与标准差之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Of the gradients. Size and candidates come from columns and rows.</source>
      <translation>梯度的方向。大小和候选区由列和行得出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Of what exceeds it; a window at least.</source>
      <translation>超过该值部分的面积；至少一个窗口。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Phase-gradient stack</source>
      <translation>相位梯度堆叠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Polygons with mean rate, area, detection ratio, quality: for 'Update a landslide inventory'.</source>
      <translation>多边形，含平均速率、面积、检测比和质量：供“更新滑坡编目”使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Rate of phase gradient</source>
      <translation>相位梯度速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Share of aliased gradients</source>
      <translation>混叠梯度的比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Share of the gradients above half of what can be told, pi/2 a pixel.</source>
      <translation>超过可分辨值一半（每像元 pi/2）的梯度所占比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Size of the gradient</source>
      <translation>梯度大小</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Smallest slide (m2)</source>
      <translation>最小滑坡 (m2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Window (columns)</source>
      <translation>窗口（列）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Window (m)</source>
      <translation>窗口（米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Window (rows)</source>
      <translation>窗口（行）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>Wrapped or unwrapped, in MintPy's layout: of 'Import interferogram stack', 'Distributed scatterers' or 'Unwrap'. Where both are there, the wrapped phase is taken.</source>
      <translation>缠绕或解缠，MintPy 格式：来自“导入干涉图堆栈”、“分布式散射体”或“解缠”。两者都有时取缠绕相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>agreement: by how well the gradients of a window agree in a pair, squared; uniform: all alike.</source>
      <translation>agreement：按干涉对窗口内梯度一致程度的平方；uniform：全部相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>gradient</source>
      <translation>梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>mm a year and kilometre, and its standard deviation.</source>
      <translation>毫米每年每公里及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>slow slide</source>
      <translation>缓慢滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/gradientstack.py" />
      <source>wrapped</source>
      <translation>缠绕</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>As MintPy, ISCE, HyP3 and LiCSAR have it: away is negative in displacement.</source>
      <translation>与 MintPy、ISCE、HyP3 和 LiCSAR 一致：远离卫星的位移为负。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>C-band of Sentinel-1: 0.0555, L-band: 0.24.</source>
      <translation>Sentinel-1 的 C 波段：0.0555；L 波段：0.24。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Empty for 15 pixels.</source>
      <translation>留空为 15 个像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Finds lines across which the phase of an interferogram steps, such as the small fractures that an earthquake triggers: by directional filters that smooth deformation does not reach, however dense its fringes, at a stated rate of false alarms. Lines with length, strike, offset and its standard deviation; no unwrapping is needed.</source>
      <translation>查找干涉图相位发生跳变的线，如地震触发的小断裂：所用方向滤波器不受平滑形变影响（无论条纹多密），并给定虚警率。输出带长度、走向、错距及其标准差的线；无需解缠。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Fractures in an interferogram</source>
      <translation>干涉图中的断裂</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Largest offset (mm)</source>
      <translation>最大错距（毫米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Least length (m)</source>
      <translation>最小长度（米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Least noise (rad)</source>
      <translation>最小噪声（弧度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Length of all (km)</source>
      <translation>总长度（千米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Length, strike, offset along the line of sight (the side to the right of the strike less that to the left) with its standard deviation, the strain across that pixels can resolve, and the score.</source>
      <translation>长度、走向、视线向错距（走向右侧减左侧）及其标准差、像元可分辨的跨线应变，以及得分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Less is not believed: a filtered interferogram shows hardly any, and its neighbours err alike.</source>
      <translation>不采信更小的值：滤波后的干涉图几乎不显噪声，且相邻像元误差相似。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Lineaments</source>
      <translation>线性构造</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Lines that noise alone makes in a scene, on the average, all places and directions counted.</source>
      <translation>仅由噪声在一景中平均产生的线数，计入所有位置和方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Noise of the phase (rad)</source>
      <translation>相位噪声（弧度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>On the same grid.</source>
      <translation>在同一格网上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Phase in radians, wrapped or unwrapped, or displacement along the line of sight; one that spans the earthquake closely shows its fractures best.</source>
      <translation>以弧度表示的缠绕或解缠相位，或视线向位移；时间上紧跨地震的干涉图最能显示断裂。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Pixels below are left out.</source>
      <translation>低于此值的像元不参与。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Score</source>
      <translation>得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Score that a line needs</source>
      <translation>成线所需的得分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>Step through every pixel by its standard deviation.</source>
      <translation>各像元处的跳变与其标准差之比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>The raster's own goes first.</source>
      <translation>栅格自身的单位优先。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>What it holds</source>
      <translation>内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>fracture</source>
      <translation>断裂</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>lineament</source>
      <translation>线性构造</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>phase gradient</source>
      <translation>相位梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>surface rupture</source>
      <translation>地表破裂</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/lineaments.py" />
      <source>wrapped: whole cycles do not count, so offsets beyond a quarter of the wavelength show as smaller ones. Unwrapped phase may be taken as wrapped, too: its errors then make no lines.</source>
      <translation>wrapped：整周不计，因此超过四分之一波长的错距会显得更小。解缠相位也可按缠绕处理：其解缠误差便不会成线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>About; faults are cut evenly.</source>
      <translation>近似值；断层均匀切分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Across a fault on either side; empty for 20 km, or five windows.</source>
      <translation>断层两侧各取的长度；留空为 20 km 或五个窗口。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Both orbits look to the left of their flight.</source>
      <translation>两个轨道均向飞行方向左侧观测。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Correlation length of the noise (m)</source>
      <translation>噪声的相关长度（米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Creep within (m)</source>
      <translation>蠕滑范围 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Creeping segments</source>
      <translation>蠕滑段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Half length of the profiles (m)</source>
      <translation>剖面半长 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Half width of creep (m)</source>
      <translation>蠕滑半宽 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Half widths at half maximum of peaks that count as creep, at most; at least what the window makes of a step. A fault that is locked to a smaller depth counts as creeping.</source>
      <translation>计为蠕滑的峰的半高半宽上限；下限为窗口使阶跃展成的宽度。闭锁深度更小的断层也计为蠕滑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>In the frame of the nearest segment, right-lateral positive; second band: standard deviation.</source>
      <translation>以最近断层段为参考，右旋为正；第二波段：标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Largest rate of surface creep (mm/yr)</source>
      <translation>最大地表蠕滑速率 (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Least look along the fault</source>
      <translation>视线沿断层的最小分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Length of a segment (m)</source>
      <translation>每段长度 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Length of creeping segments (km)</source>
      <translation>蠕滑段总长 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Locked segments</source>
      <translation>闭锁段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Map of rates along the line of sight (mm/yr, positive towards the satellite), or the gradients of 'Phase-gradient stack' in map coordinates.</source>
      <translation>视线向速率图（mm/yr，朝向卫星为正），或“相位梯度堆叠”得到的地图坐标梯度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Mean profiles across the faults and creep along them, with standard deviations.</source>
      <translation>横跨断层的平均剖面与沿断层的蠕滑，附标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Median shear at the traces (nstrain/yr)</source>
      <translation>断层迹线处剪切的中位数 (nstrain/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Noise over the standard deviations</source>
      <translation>噪声与标准差之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of both orbits.</source>
      <translation>两个轨道均如此。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of rates: errors of pixels are alike over about this distance. 0: they are independent.</source>
      <translation>针对速率：约此距离内像元误差相近。0：相互独立。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of rates: the plane whose slope is the gradient is laid through so much ground; empty for 2 km, or seven pixels. Of gradients: what they were averaged over, where they do not tell. Shear is averaged over it.</source>
      <translation>速率：以此范围地面拟合平面，其坡度即梯度；留空为 2 km 或七个像元。梯度：求平均所用的范围（若文件未注明）。剪切按此范围平均。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Of the trace: faults are mapped so exactly.</source>
      <translation>距断层迹线：即断层制图的精度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>On their grid; without it the misfit of the planes tells the errors.</source>
      <translation>与速率同网格；若无，则由平面拟合残差给出误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Profiles (HTML)</source>
      <translation>剖面 (HTML)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Rates are positive away from the satellite</source>
      <translation>速率以远离卫星为正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Rates or gradients</source>
      <translation>速率或梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Rates or gradients of the second orbit</source>
      <translation>第二轨道的速率或梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Segments</source>
      <translation>断层段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Segments that noise alone makes creep in a whole scene, on the average.</source>
      <translation>平均而言，整景中仅由噪声造成的蠕滑段数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Segments with a result</source>
      <translation>有结果的段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Shear</source>
      <translation>剪切</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Shear across faults</source>
      <translation>跨断层剪切</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Shear rate across mapped faults from maps of line-of-sight rates or phase-gradient stacks of one or two orbits, masked where the look vector has no part along the fault: for every segment the shear at the trace with its standard deviation, the peak, its width, the rate of surface creep, and whether it creeps or is locked, at a stated rate of false alarms that is checked away from the faults. Right-lateral is positive.</source>
      <translation>由一个或两个轨道的视线向速率图或相位梯度堆叠求取已制图断层两侧的剪切率，视线矢量无沿断层分量处予以掩膜：对每个断层段给出迹线处剪切及其标准差、峰值、峰宽、地表蠕滑速率，以及属蠕滑还是闭锁；虚警率已注明，并在远离断层处检验。右旋为正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Significance that creep needs</source>
      <translation>判定蠕滑所需的显著性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Standard deviation of the rates</source>
      <translation>速率的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Standard deviation of the rates of the second orbit</source>
      <translation>第二轨道速率的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Strike, shear at the trace (right-lateral positive) with its standard deviation, the peak, its distance and half width, the rate of surface creep, and whether it creeps.</source>
      <translation>走向、迹线处剪切（右旋为正）及其标准差、峰值、峰的距离与半宽、地表蠕滑速率，以及是否蠕滑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>Where the component of the look vector along a fault is smaller, its shear is not seen. Sentinel-1 has 0.6 on faults to the east and 0.1 on those to the north.</source>
      <translation>视线矢量沿断层分量小于此值处，看不到其剪切。Sentinel-1 对东西走向断层约 0.6，对南北走向约 0.1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>aseismic</source>
      <translation>无震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>creep</source>
      <translation>蠕滑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>interseismic</source>
      <translation>震间</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/shearstrain.py" />
      <source>locking</source>
      <translation>闭锁</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>A raster's own unit goes first. Of displacements the strain is told in microstrain, of rates in nanostrain a year.</source>
      <translation>栅格自身的单位优先。由位移得到的应变以微应变表示，由速率得到的以纳应变/年表示。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>About the vertical, anticlockwise positive; second band: standard deviation.</source>
      <translation>绕垂直轴，逆时针为正；第二波段：标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Bands: east-east, east-north, north-north, principal strains, azimuth of the first one, and the standard deviations of all.</source>
      <translation>波段：东-东、东-北、北-北、主应变、第一主应变的方位角，以及全部的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Cells from axis to axis</source>
      <translation>相邻主轴之间的格网数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Centimetres a year (cm/yr)</source>
      <translation>厘米/年 (cm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Change of area, growing is positive; second band: standard deviation.</source>
      <translation>面积变化，增大为正；第二波段：标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Dilatation</source>
      <translation>面膨胀</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Empty for about 40 across.</source>
      <translation>留空则横向约 40 个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: correlation of east and north</source>
      <translation>字段：东向与北向的相关系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: east</source>
      <translation>字段：东向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: north</source>
      <translation>字段：北向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: standard deviation east</source>
      <translation>字段：东向标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Field: standard deviation north</source>
      <translation>字段：北向标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>HDF5 of 'Time series in three dimensions', instead of rasters.</source>
      <translation>“三维时间序列”的 HDF5，代替栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Half of the difference of the principal strains; second band: standard deviation.</source>
      <translation>两个主应变之差的一半；第二波段：标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Largest maximum shear</source>
      <translation>最大剪应变的最大值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Maximum shear</source>
      <translation>最大剪应变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median of the dilatation</source>
      <translation>面膨胀的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median of the maximum shear</source>
      <translation>最大剪应变的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median of the rotation</source>
      <translation>旋转的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Median standard deviation of the shear</source>
      <translation>剪应变标准差的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Metres a year (m/yr)</source>
      <translation>米/年 (m/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Millimetres a year (mm/yr)</source>
      <translation>毫米/年 (mm/yr)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Motion to the east</source>
      <translation>向东运动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Motion to the north</source>
      <translation>向北运动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of rasters: errors of pixels are alike over about this distance, as those of the atmosphere are; standard deviations grow. 0: they are independent.</source>
      <translation>用于栅格：像元误差在大约这一距离内相似（如大气误差），标准差随之增大。0：相互独立。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of rasters: side of the neighbourhood whose plane gives the gradient, four standard deviations of its Gaussian weights; empty for 21 pixels. What is narrower is smoothed.</source>
      <translation>用于栅格：以平面拟合求梯度的邻域边长，为高斯权重的四倍标准差；留空为 21 个像元。更窄的特征会被平滑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of series.</source>
      <translation>用于时间序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of series: with the last one, the displacement between both instead of the rate. YYYY-MM-DD.</source>
      <translation>用于时间序列：与末日期一起给出两者之间的位移，而不是速率。YYYY-MM-DD。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Of the maps from stations; empty for about 80 across.</source>
      <translation>用于由测站生成的图；留空则横向约 80 个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Pixels or cells with strain</source>
      <translation>有应变值的像元或格网</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Points with the motion of GNSS stations as fields, instead of rasters.</source>
      <translation>以字段给出 GNSS 测站运动的点，代替栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Points with the principal strains, drawn as pairs of arrows: outward for extension, inward for contraction.</source>
      <translation>带主应变的点，以成对箭头绘制：向外为拉伸，向内为压缩。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Principal axes</source>
      <translation>主轴</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Raster of velocity or displacement to the true east; one with both, and their standard deviations, as bands named east, north, east_std, north_std (or in this order).</source>
      <translation>指向真东的速度或位移栅格；也可为一个含两个分量及其标准差的栅格，波段名为 east、north、east_std、north_std（或按此顺序）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Root of the sum of squares of all components of the strain; second band: standard deviation.</source>
      <translation>应变各分量平方和的平方根；第二波段：标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Rotation</source>
      <translation>旋转</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Second invariant</source>
      <translation>第二不变量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Smoothing distance of stations (m)</source>
      <translation>测站的平滑距离（米）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Standard deviation of the motion to the east</source>
      <translation>向东运动的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Standard deviation of the motion to the north</source>
      <translation>向北运动的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Stations</source>
      <translation>测站</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Stations that are enough</source>
      <translation>足够的测站数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Strain and rotation</source>
      <translation>应变与旋转</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Strain tensor</source>
      <translation>应变张量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Sum of the weights at a place.</source>
      <translation>某处权重之和。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Table of stations</source>
      <translation>测站表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Takes horizontal motion apart into strain and rotation: dilatation, maximum shear, principal axes as arrows, rotation about the vertical, each with its standard deviation. From rasters of east and north, from series of them, or from GNSS stations. The turning of a plate about its pole is taken out on the ellipsoid, so that it is no strain over any distance.</source>
      <translation>将水平运动分解为应变与旋转：面膨胀、最大剪应变、以箭头表示的主轴、绕垂直轴的旋转，各带标准差。可由东、北向栅格、其时间序列或 GNSS 测站计算。板块绕欧拉极的转动在椭球面上扣除，因此在任何距离上都不会成为应变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Text: longitude, latitude, east, north and more, as of GAMIT/GLOBK (.vel) or GMT's psvelo, or with a header.</source>
      <translation>文本：经度、纬度、东、北等，如 GAMIT/GLOBK (.vel) 或 GMT 的 psvelo，或带表头。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Unit of the motion</source>
      <translation>运动的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Weights fall as exp(-(d/distance)^2). Empty: at each place so far that the weights sum up to 'Stations that are enough'.</source>
      <translation>权重按 exp(-(d/距离)^2) 衰减。留空：在每处取使权重之和达到“足够的测站数”的距离。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Where empty: by its name.</source>
      <translation>留空则按字段名判断。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>Without them the misfit of the planes tells the errors.</source>
      <translation>没有时，由平面的拟合残差估计误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>dilatation</source>
      <translation>面膨胀</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>principal axes</source>
      <translation>主轴</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>rotation</source>
      <translation>旋转</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>shear</source>
      <translation>剪切</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>strain rate</source>
      <translation>应变率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/strain/strain.py" />
      <source>velocity gradient</source>
      <translation>速度梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>0 left-lateral, 90 reverse, 180 right-lateral, -90 normal.</source>
      <translation>0 左旋，90 逆冲，180 右旋，-90 正断。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>A 150th of the line where empty.</source>
      <translation>留空取线长的 150 分之一。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>A section is made below every line.</source>
      <translation>在每条线下作一个剖面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Azimuth of the maximum horizontal compression (degrees)</source>
      <translation>最大水平压应力方位角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Bands: MPa, and its depth in km.</source>
      <translation>波段：MPa，及其所在深度（km）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Bottom of sections (km)</source>
      <translation>剖面底部（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Cell of sections (km)</source>
      <translation>剖面网格单元（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Cells in profile: x along the line and y up in metres, lines side by side, with their map coordinates as fields x and y.</source>
      <translation>剖面坐标系的网格单元：x 沿线，y 向上，以米为单位，各线并排，其地图坐标为字段 x 和 y。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Clockwise from true north; the plane dips to its right.</source>
      <translation>自真北顺时针；平面向其右侧倾斜。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Computes how an earthquake (a slip model) or a volcano (volcanic sources) changed the Coulomb failure stress around it: on receivers of one strike, dip and rake, or on the planes that the regional stress and its change would break first; at one or many depths, with the largest change over depth, and along sections. Positive values bring faults nearer to failure. The ground is an elastic half-space without topography; numbers within about a patch of the rupture say where patches end, not what the ground does.</source>
      <translation>计算地震（滑动模型）或火山（火山源）引起的周围库仑破裂应力变化：在单一走向、倾角和滑动角的接收断层上，或在区域应力及其变化最先使之破裂的平面上；可取一个或多个深度，并给出各深度中的最大变化及沿剖面的变化。正值使断层更接近破裂。地面为不考虑地形的弹性半空间；距破裂约一个子断层以内的数值反映的是子断层的边界，而非实际地面的情况。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Coulomb stress change</source>
      <translation>库仑应力变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Depth.</source>
      <translation>深度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Depths (km)</source>
      <translation>深度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Dip of fixed receivers (degrees)</source>
      <translation>固定接收断层的倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Dip of sections (degrees)</source>
      <translation>剖面的倾角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Effective, which has the pore pressure in it, unless Skempton's coefficient is given.</source>
      <translation>有效摩擦系数，已包含孔隙压力，除非给出 Skempton 系数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>For optimal planes, as the World Stress Map gives it.</source>
      <translation>用于最优取向面，如世界应力图所给。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>For optimal planes.</source>
      <translation>用于最优取向面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Friction</source>
      <translation>摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>From the horizontal.</source>
      <translation>自水平面量起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>From the minimum (0) to the maximum (1).</source>
      <translation>从最小（0）到最大（1）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Given strike, dip and rake</source>
      <translation>给定走向、倾角和滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>In place of azimuth and regime: one tensor, or a selected one, as stresstensor writes it. Its size is that of the differential stress above.</source>
      <translation>代替方位角和应力机制:stresstensor 写出的一个张量或选中的一个。其大小取上面的差应力。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>In place of azimuth and regime: three rows, at right angles to each other; plunge downwards, compression positive, with its growth by depth (Coulomb's S1DR to S3GD).</source>
      <translation>代替方位角和应力状态：三行，相互垂直；倾伏角向下，压应力为正，及其随深度的增量（Coulomb 的 S1DR 到 S3GD）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Largest change away from the slip (MPa)</source>
      <translation>滑动区以外的最大变化（MPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Largest change over depth</source>
      <translation>各深度的最大变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Layer of the regional stress</source>
      <translation>区域应力图层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Lines of sections</source>
      <translation>剖面线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Lowered by 0.01 MPa at any depth (km2)</source>
      <translation>任一深度降低 0.01 MPa 的面积（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Lowest change away from the slip (MPa)</source>
      <translation>滑动区以外的最低变化（MPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>MPa, a band a depth; red is nearer to failure.</source>
      <translation>MPa，每个深度一个波段；红色表示更接近破裂。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>MPa, by depth: shear in the direction of the rake, normal positive where unclamped, and pore pressure where Skempton's coefficient is given. On optimal planes those of the first one.</source>
      <translation>MPa，按深度：滑动角方向的剪应力，正应力以解锁（拉张）为正，给出 Skempton 系数时还有孔隙压力。对最优取向面为其中第一个面的值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Maximum minus minimum compression: the smaller, the more the earthquake turns the planes near it. About the stress drop to ten times it.</source>
      <translation>最大与最小压应力之差：越小，地震对其附近平面取向的改变越大。约为应力降的一到十倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Middle principal stress</source>
      <translation>中间主应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Normal</source>
      <translation>正断</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Numbers missing on patches' edges</source>
      <translation>子断层边缘上缺失的数值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>One or several, with commas between.</source>
      <translation>一个或多个，以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Optimal planes</source>
      <translation>最优取向面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Optimally oriented planes</source>
      <translation>最优取向平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Optimally oriented strike-slip planes</source>
      <translation>最优取向走滑平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Picture of the sections (PNG)</source>
      <translation>剖面图（PNG）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Pore pressure follows the mean stress; friction is then that of dry rock, some 0.6 to 0.8.</source>
      <translation>孔隙压力随平均应力变化；此时摩擦系数为干岩石的值，约 0.6 到 0.8。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Principal axes of the regional stress</source>
      <translation>区域应力的主轴</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Raised by 0.01 MPa at any depth (km2)</source>
      <translation>任一深度升高 0.01 MPa 的面积（km2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Rake of fixed receivers (degrees)</source>
      <translation>固定接收断层的滑动角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Receivers</source>
      <translation>接收断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Regime of the regional stress</source>
      <translation>区域应力状态</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Regional differential stress (MPa)</source>
      <translation>区域差应力（MPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Settings of the Coulomb file</source>
      <translation>采用 Coulomb 文件的设置</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Shear, normal stress and pressure</source>
      <translation>剪应力、正应力和压力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Skempton's coefficient</source>
      <translation>Skempton 系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Strike of fixed receivers (degrees)</source>
      <translation>固定接收断层的走向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Strike, dip and rake of both planes in degrees, by depth; the first one is the right-lateral one of strike-slip pairs.</source>
      <translation>两个面的走向、倾角和滑动角，度，按深度；走滑共轭面中第一个为右旋面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Strike-slip</source>
      <translation>走滑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Take friction, elastic constants, depth, regional stress, grid and section from an .inp or .inr, as far as it has them, in place of what is given here; lines of sections and a raster with the grid win over it.</source>
      <translation>从 .inp 或 .inr 读取其所含的摩擦系数、弹性常数、深度、区域应力、网格和剖面，代替此处给出的值；剖面线和提供格网的栅格优先于它。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Thrust</source>
      <translation>逆冲</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>To the right of the way from a line's start to its end.</source>
      <translation>位于线由起点到终点方向的右侧。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Top of sections (km)</source>
      <translation>剖面顶部（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>With the patches that they cut.</source>
      <translation>附其切过的子断层。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>Young's modulus over 2 (1 + Poisson's ratio), so that 32 is 800,000 bar; that of a Coulomb file where empty, else 30.</source>
      <translation>杨氏模量除以 2 (1 + 泊松比)，即 32 为 800,000 bar；留空则取 Coulomb 文件的值，否则为 30。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>aftershocks</source>
      <translation>余震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>failure stress</source>
      <translation>破裂应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>fixed: one strike, dip and rake everywhere; optimal: the planes that regional stress and change would break first, any of them; optimal strike-slip: the best vertical ones.</source>
      <translation>fixed：处处取同一走向、倾角和滑动角；optimal：区域应力及其变化最先使之破裂的任意平面；optimal strike-slip：最优的垂直走滑面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>friction</source>
      <translation>摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>optimally oriented planes</source>
      <translation>最优取向面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>receiver</source>
      <translation>接收断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>skempton</source>
      <translation>skempton</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulomb.py" />
      <source>stress transfer</source>
      <translation>应力传递</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>95 % interval of the share: high</source>
      <translation>占比的 95 % 区间：上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>95 % interval of the share: low</source>
      <translation>占比的 95 % 区间：下限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Aftershocks resolved</source>
      <translation>已解算的余震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Aftershocks where stress rose</source>
      <translation>应力升高处的余震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>All fields of the earthquakes, with the change on both planes.</source>
      <translation>地震的全部字段，以及两个节面上的变化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Along the trace.</source>
      <translation>沿迹线。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>As listed</source>
      <translation>按列表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Background earthquakes resolved</source>
      <translation>已解算的背景地震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Change in kPa (mean, minimum, maximum and where), shear and normal parts, range over what is not well known and whether the sign holds, plane and where it comes from; of faults within reach.</source>
      <translation>变化，单位 kPa（平均、最小、最大及其位置），剪切和法向分量，由不确定因素引起的范围以及符号是否稳定，断层面及其来源；针对范围内的断层。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Coulomb stress on faults</source>
      <translation>断层上的库仑应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Days after the mainshock</source>
      <translation>主震后天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Days before the mainshock</source>
      <translation>主震前天数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Depth of the fault</source>
      <translation>断层深度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Depths of faults with known top and bottom</source>
      <translation>顶底已知断层的深度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Dipping patches with heights, one about every place and depth, with its change: for QGIS' 3-D map.</source>
      <translation>带高程的倾斜面片，每个位置和深度一个，并附其应力变化：用于 QGIS 三维地图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Dips are known to (degrees)</source>
      <translation>倾角的已知精度（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Earthquakes</source>
      <translation>地震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Earthquakes with stress change</source>
      <translation>含应力变化的地震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Either way, where the field gives a number without a range.</source>
      <translation>正负各取此值，用于字段只给出数值而无范围时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Every place and depth.</source>
      <translation>全部位置和深度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Farthest faults (km)</source>
      <translation>最远断层（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults nearer to failure</source>
      <translation>更接近破裂的断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults of unknown dip or rake</source>
      <translation>倾角或滑动角未知的断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults on the source</source>
      <translation>位于震源上的断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults resolved</source>
      <translation>已解算的断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults too far</source>
      <translation>过远的断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Faults whose sign holds over all ranges</source>
      <translation>在全部范围内符号不变的断层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Field: rake</source>
      <translation>字段：滑动角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Field: side that went down</source>
      <translation>字段：下降盘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Field: strike</source>
      <translation>字段：走向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>First plane</source>
      <translation>第一平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>From the patches that slipped; what is farther gets no number. 0 takes ten times the size of the source, from 100 to 500 km.</source>
      <translation>自有滑动的子断层量起；更远者不给数值。0 取震源尺寸的十倍，限于 100 到 500 km。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Further fields of the faults to hand on</source>
      <translation>要传递的其他断层字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (average_dip, dip ...: 60, (75,60,90), vertical).</source>
      <translation>留空则自动识别（average_dip、dip ...：60、(75,60,90)、vertical）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (average_rake, rake ...: -90, (-70,0,-90), dextral).</source>
      <translation>留空则自动识别（average_rake、rake ...：-90、(-70,0,-90)、dextral）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (dip_dir ...: SW, 225).</source>
      <translation>留空则自动识别（dip_dir ...：SW、225）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (downthrown_side_id ...: tells with the kind to which side the fault dips).</source>
      <translation>留空则自动识别（downthrown_side_id ...：与断层类型一起判断断层的倾向）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (lower_seis_depth, locking_depth ...).</source>
      <translation>留空则自动识别（lower_seis_depth、locking_depth ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (name, fs_name ...).</source>
      <translation>留空则自动识别（name、fs_name ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (slip_type, type ...: Dextral, left slip, Normal-Sinistral, thrust ...; misspelt words are recognised).</source>
      <translation>留空则自动识别（slip_type、type ...：Dextral、left slip、Normal-Sinistral、thrust ...；可识别拼写错误的词）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (strike ...: tells by the right-hand rule to which side the fault dips; the strike itself is that of the trace).</source>
      <translation>留空则自动识别（strike ...：按右手定则判断断层的倾向；走向本身取自迹线）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Guessed where empty (upper_seis_depth ...).</source>
      <translation>留空则自动识别（upper_seis_depth ...）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Highest change of a fault (kPa)</source>
      <translation>单条断层的最高变化（kPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Kind of faults of unknown kind</source>
      <translation>类型未知断层的类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Length of segments (km)</source>
      <translation>断层段长度（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Lines of a fault inventory, in any CRS. Give this, or earthquakes, or both.</source>
      <translation>断层编目的线，任意 CRS。给出断层、地震，或两者。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Lowest change of a fault (kPa)</source>
      <translation>单条断层的最低变化（kPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Maximum</source>
      <translation>最大值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Maximum friction</source>
      <translation>最大摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Mean of both planes</source>
      <translation>两平面的平均值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Minimum friction</source>
      <translation>最小摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Minimum magnitude</source>
      <translation>最小震级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Nodal plane that counts</source>
      <translation>采用的节面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the aftershocks; 0 takes all.</source>
      <translation>针对余震；0 取全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the background; 0 takes all.</source>
      <translation>针对背景地震；0 取全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the range over which results are given.</source>
      <translation>给出结果所取范围的下限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the receivers, one or several with commas between.</source>
      <translation>接收断层的深度，一个或多个，以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of the same range.</source>
      <translation>同一范围的上限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Of which random catalogues are drawn, in the hull of the aftershocks.</source>
      <translation>抽取随机目录所用的位置数，位于余震的凸包内。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>On the source within (km)</source>
      <translation>视为位于震源上的距离（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Plane of earthquakes without nodal planes</source>
      <translation>无节面地震的平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Plane of higher stress</source>
      <translation>应力较高的平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Plane of lower stress</source>
      <translation>应力较低的平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Planes of the faults</source>
      <translation>断层面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Points in any CRS, or a table with columns lon and lat: depth in km, and where known strike, dip and rake of a nodal plane, magnitude and time.</source>
      <translation>点，任意 CRS，或含 lon 和 lat 列的表格：深度（km），已知时还有某一节面的走向、倾角和滑动角，以及震级和时间。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Rakes are known to (degrees)</source>
      <translation>滑动角的已知精度（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Random catalogues</source>
      <translation>随机目录数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Random places</source>
      <translation>随机位置</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Random plane</source>
      <translation>随机平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Rank by</source>
      <translation>排名依据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Ranking</source>
      <translation>排名</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Receivers lie down the dip from the trace; otherwise straight below it.</source>
      <translation>接收断层自迹线沿倾向向下；否则位于其正下方。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Receivers so near to patches that slipped by a tenth of the maximum slip or more are masked and flagged: stress there says where patches end, and the fault may be the one that broke.</source>
      <translation>距滑动量达到最大值十分之一及以上的子断层如此近的接收断层被掩膜并标记：该处应力反映的是子断层的边界，且该断层可能就是破裂的断层。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Second plane</source>
      <translation>第二平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Segments of faults within reach</source>
      <translation>作用范围内的断层段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Segments resolved</source>
      <translation>已解算的断层段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Share at random places (%)</source>
      <translation>随机位置处的占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Share of the background where stress rose (%)</source>
      <translation>背景地震位于应力升高处的占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Share with mechanisms dealt anew (%)</source>
      <translation>震源机制重新分配后的占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Smaller earthquakes, and those without one, do not count. All count where it is empty.</source>
      <translation>更小的以及没有震级的地震不计入。留空则全部计入。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Spacing of receivers (km)</source>
      <translation>接收点间距（km）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Strike, dip and rake in degrees, such as 0, 90, 180. Where it is empty they take the planes that the regional stress would break first, or, without one, the plane of the nearest resolved fault.</source>
      <translation>走向、倾角和滑动角，度，如 0, 90, 180。留空则取区域应力最先使之破裂的平面，没有区域应力时取最近的已解算断层的平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Such as 2025-03-28T06:20:54 (universal time), or the day alone; earlier earthquakes are the background. All are aftershocks where it is empty.</source>
      <translation>如 2025-03-28T06:20:54（世界时），或仅日期；更早的地震为背景地震。留空则全部为余震。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Such as strike-slip or normal; they get no number where it is empty.</source>
      <translation>如 strike-slip 或 normal；留空则不给数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Tells which mapped faults an earthquake brought nearer to failure. Every segment of a fault inventory is a receiver: its strike is that of the trace, its dip and rake are those of the layer's fields in whatever form they come, or the usual ones of its kind. The stress change of a slip model, or of volcanic sources, is resolved at places along each segment and at depths, and told by segment and by fault with its range over friction, dip, rake and whatever is not known (side of the dip, sense of the slip). It does the same on the nodal planes of a catalogue of earthquakes, and tests whether more aftershocks lie where stress rose than there were before, or than chance puts there. The ground is a flat elastic half-space; stress changes under some 10 kPa mean little.</source>
      <translation>判断地震使哪些已填绘断层更接近破裂。断层编目的每一段都是接收断层：走向取自迹线，倾角和滑动角取自图层字段（不论何种形式），或取其类型的常用值。将滑动模型或火山源的应力变化分解到每段沿线的若干位置和深度，按段和按断层给出结果，及其随摩擦系数、倾角、滑动角和未知因素（倾向、滑动方向）的范围。对地震目录的节面作同样处理，并检验应力升高处的余震是否多于此前，或多于随机所致。地面为平坦的弹性半空间；小于约 10 kPa 的应力变化意义不大。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The earthquake. A layer of slip patches, as the slip tools write it: polygons with heights, and fields strike_deg, dip_deg, length_km, width_km, depth_km, slip_m, rake_deg (or strike_slip_m, dip_slip_m) and opening_m.</source>
      <translation>地震。子断层图层，如滑动工具所写：带高程的多边形，含字段 strike_deg、dip_deg、length_km、width_km、depth_km、slip_m、rake_deg（或 strike_slip_m、dip_slip_m）和 opening_m。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The length of each fault where the change reaches it at any depth is told.</source>
      <translation>给出每条断层在任一深度变化达到此值的长度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The resolved faults, the highest first.</source>
      <translation>已解算的断层，最高者在前。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>The same of whole faults, ranked.</source>
      <translation>整条断层的同样内容，已排名。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Their share (%)</source>
      <translation>其占比（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Threshold (kPa)</source>
      <translation>阈值（kPa）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Time of the mainshock</source>
      <translation>主震时间</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Traces are cut into equal segments no longer than this, each with the strike of its chord; sharp bends are cut further.</source>
      <translation>迹线切分为不长于此值的等长段，各段取其弦的走向；急弯处进一步切分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Traces lie at the surface</source>
      <translation>迹线位于地表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>Where no field tells the side: for inventories drawn by the right-hand rule. Otherwise both sides are tried and the higher mean change is told, within a range that covers both.</source>
      <translation>用于没有字段说明倾向时：按右手定则绘制的编目。否则两侧均试算，给出平均变化较高的一侧，其范围涵盖两侧。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>aftershock</source>
      <translation>余震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>focal mechanism</source>
      <translation>震源机制</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>hazard</source>
      <translation>危险性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>higher: the one with the higher change, which raises the share by chance as well as in truth; random: each with even odds; mean: the average of both.</source>
      <translation>higher：变化较高的节面，这会使占比无论真实还是偶然都偏高；random：两者机会均等；mean：两者平均。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>listed: the depths given that lie on the fault, or else its middle; of the fault: as many, evenly between its top and bottom.</source>
      <translation>listed：给定深度中位于断层上的，没有则取其中部；of the fault：同样个数，在其顶底之间均匀分布。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>mean: the average change over a fault; max: the maximum. Layers are coloured by it, too (field coulomb_kpa).</source>
      <translation>mean：断层上的平均变化；max：最大变化。图层也按其着色（字段 coulomb_kpa）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against mechanisms dealt anew</source>
      <translation>相对机制重新分配的 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against random places</source>
      <translation>相对随机位置的 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against random places (binomial)</source>
      <translation>相对随机位置的 p 值（二项检验）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>p-value against the background (Fisher)</source>
      <translation>相对背景地震的 p 值（Fisher）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/coulombfaults.py" />
      <source>triggering</source>
      <translation>触发</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>A bar along the maximum horizontal compression in the colour of the regime, as the World Stress Map draws it; principal axes with 95 % cones, shape ratio R with its interval, friction, misfit. Coulomb tools take it as their regional stress.</source>
      <translation>沿最大水平压应力方向的短线,颜色表示应力机制,与世界应力图画法相同;主轴及 95 % 锥、形状比 R 及其区间、摩擦系数、偏差。库仑工具可将其用作区域应力。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>All earthquakes where empty.</source>
      <translation>留空则取全部地震。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Cell (km)</source>
      <translation>网格单元 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Earthquakes used</source>
      <translation>所用地震数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Earthquakes with likely planes</source>
      <translation>带可能断层面的地震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Earthquakes without a depth are left out where one is given.</source>
      <translation>给定深度时,无深度的地震不参与。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Error of the mechanisms (degrees)</source>
      <translation>震源机制误差(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Finds the directions of the principal stresses and their shape ratio from the focal mechanisms of earthquakes, one tensor for all or one a cell of a grid, with 95 % cones by resampling; tells which nodal plane of each mechanism is the likely fault, and with which probability. Writes the maximum horizontal compression with the World Stress Map's symbols. The Coulomb tools take the result as their regional stress and as receivers.</source>
      <translation>由地震的震源机制求主应力方向及其形状比,可求一个总张量或每个网格单元一个,并用重采样给出 95 % 锥;指出每个机制的哪个节面可能是断层面及其概率。用世界应力图的符号写出最大水平压应力。库仑工具可将结果用作区域应力和接收面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Friction of the first tensor</source>
      <translation>第一个张量的摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Frictions are tried from here on, in steps of 0.05.</source>
      <translation>从此值起以 0.05 为步长试验摩擦系数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Greatest friction</source>
      <translation>最大摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Instability</source>
      <translation>不稳定性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Least friction</source>
      <translation>最小摩擦系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Maximum depth (km)</source>
      <translation>最大深度 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Maximum horizontal compression of the first tensor (degrees)</source>
      <translation>第一个张量的最大水平压应力方向(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Mean misfit (degrees)</source>
      <translation>平均偏差(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Minimum depth (km)</source>
      <translation>最小深度 (km)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Minimum number of earthquakes</source>
      <translation>最少地震数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Of a tensor; fewer than 20 tell little.</source>
      <translation>每个张量所需;少于 20 个时信息很少。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Of the mechanisms, with replacement (bootstrap), for cones and intervals.</source>
      <translation>对震源机制有放回重采样(自助法),用于锥和区间。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>One tensor for each cell of a grid with enough earthquakes; one tensor of all where empty.</source>
      <translation>每个地震足够多的网格单元求一个张量;留空则全部地震求一个张量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Plunge of s1 (degrees)</source>
      <translation>s1 的倾伏角(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Plunge of s3 (degrees)</source>
      <translation>s3 的倾伏角(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Resamplings</source>
      <translation>重采样次数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>See the minimum depth.</source>
      <translation>见最小深度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Shape ratio R of the first tensor</source>
      <translation>第一个张量的形状比 R</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Stereonets with the resampled axes, and numbers.</source>
      <translation>带重采样主轴的赤平投影图和数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Stress from focal mechanisms</source>
      <translation>由震源机制求应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Stress tensors</source>
      <translation>应力张量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Tensors</source>
      <translation>张量数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>The likely plane first, with its probability, the instability of both planes, and the angle between slip and shear traction. Coulomb tools take it as a catalogue.</source>
      <translation>可能断层面在前,附其概率、两个节面的不稳定性以及滑动与剪切牵引力的夹角。库仑工具可将其用作目录。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>The one of the highest mean instability is taken.</source>
      <translation>取平均不稳定性最高者。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>The tensors as a table.</source>
      <translation>张量表格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Trend of s1 (degrees)</source>
      <translation>s1 的倾伏向(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Trend of s3 (degrees)</source>
      <translation>s3 的倾伏向(度)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Typical rotation between a mechanism and the truth. Where mechanisms differ by less than twice of it, R has no number.</source>
      <translation>机制与真值之间的典型旋转角。机制间差异小于其两倍时,R 没有数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>Variable shear</source>
      <translation>可变剪应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>fault plane</source>
      <translation>断层面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>instability: of both nodal planes the one that is nearer to failure slipped, in turn with the stress; linear: both planes of all, which finds axes but too small an R; variable shear: as instability, with a shear traction whose size follows the stress.</source>
      <translation>instability:两个节面中更接近破裂者滑动,与应力交替迭代;linear:取所有机制的两个节面,主轴可靠但 R 偏小;variable shear:同 instability,但剪切牵引力的大小随应力变化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>principal stress</source>
      <translation>主应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>shmax</source>
      <translation>最大水平主应力</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>stress inversion</source>
      <translation>应力反演</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>stress tensor</source>
      <translation>应力张量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/stress/stresstensor.py" />
      <source>world stress map</source>
      <translation>世界应力图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Align elevation models</source>
      <translation>对齐高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Aligned elevation model</source>
      <translation>对齐后的高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Aligned model less the reference, on the reference's grid.</source>
      <translation>对齐后的模型减去参考模型，位于参考模型的格网上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Along the track. Shorter ones stay, and ground that changed over less is kept from them.</source>
      <translation>沿轨道方向。更短的波保留，在更短范围内变化的地面不会被当作波。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Also take out an inclined plane of the differences.</source>
      <translation>同时去除差值中的倾斜平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Azimuth of the track (degrees)</source>
      <translation>轨道方位角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Changed ground</source>
      <translation>发生变化的地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Clockwise from north, the satellite's way. With it, waves of the heights along the track (jitter) are taken out, too.</source>
      <translation>自北顺时针，卫星飞行方向。给出后还会去除高程沿轨道的波动（抖动）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Difference of heights (m)</source>
      <translation>高程差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Finds how far an elevation model is displaced against another one, sideways and in height, from how their differences follow slope and aspect, and moves it back. Models of any grid and CRS will do; what is moved keeps its own pixels. The log tells the displacement with its standard deviation, and whether the differences that are left rise with the height.</source>
      <translation>根据两个高程模型之差随坡度和坡向的变化，求出一个模型相对于另一个模型在平面和高程上的偏移，并将其移回原位。模型可以有任意格网和坐标参考系；被移动的模型保留自己的像元。日志给出偏移及其标准差，并说明剩余差值是否随高程增大。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Lifted (m)</source>
      <translation>抬升（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Move sideways</source>
      <translation>平面移动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Moved east (m)</source>
      <translation>向东移动（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Moved north (m)</source>
      <translation>向北移动（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>NMAD of the differences (m)</source>
      <translation>差值的NMAD（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>NMAD of the differences before (m)</source>
      <translation>对齐前差值的NMAD（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Pixels of the fit</source>
      <translation>参与拟合的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Polygons that are left out of the fit: landslides, glaciers, lakes, works. Without them what differs much more than the rest has no weight.</source>
      <translation>不参与拟合的多边形：滑坡、冰川、湖泊、工程。未给出时，差异远大于其余部分的像元没有权重。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Reference elevation model</source>
      <translation>参考高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Remove a tilt</source>
      <translation>去除倾斜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Shortest wave (m)</source>
      <translation>最短波长 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Standard deviation east (m)</source>
      <translation>东向标准差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Standard deviation north (m)</source>
      <translation>北向标准差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Standard deviation of the height (m)</source>
      <translation>高程标准差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Terrain change</source>
      <translation>地形变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>The model with its own pixels, moved and lifted; nothing is interpolated.</source>
      <translation>保留自身像元、经移动和抬升的模型；不作任何内插。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>The one that is moved. Heights in metres, any CRS and grid.</source>
      <translation>被移动的模型。高程单位为米，坐标参考系和格网不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>The one that stays where it is.</source>
      <translation>保持不动的模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>Without, only the heights are adjusted: for flat ground, which does not show where it lies.</source>
      <translation>不勾选时只调整高程：用于无法显示自身位置的平坦地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>coregistration</source>
      <translation>配准</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>elevation difference</source>
      <translation>高程差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>lidar</source>
      <translation>激光雷达</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>nuth kaab</source>
      <translation>nuth kaab</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demcoregister.py" />
      <source>shift</source>
      <translation>偏移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>-1 lower, 0 no significant change, 1 higher.</source>
      <translation>-1 降低，0 无显著变化，1 升高。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Align the models first</source>
      <translation>先对齐模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Also take out an inclined plane.</source>
      <translation>同时去除一个倾斜平面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Area (m2)</source>
      <translation>面积 (m2)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Cells that changed by more than so many standard deviations are gain or loss; the sum of all others goes to the side that it falls to. 0 takes noise for gain and loss.</source>
      <translation>变化超过这么多倍标准差的像元算作增加或减少；其余像元先求和，再归入其和所属的一侧。取 0 时噪声也会算作增减。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Change of heights (m)</source>
      <translation>高程变化 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Date of the earlier model</source>
      <translation>较早模型的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Date of the later model</source>
      <translation>较晚模型的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Earlier elevation model</source>
      <translation>较早的高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Further common error (m)</source>
      <translation>其他共同误差 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Gain of all areas (m3)</source>
      <translation>所有区域的增加量 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Height change and volumes</source>
      <translation>高程变化与体积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Heights in metres, any CRS and grid.</source>
      <translation>高程以米为单位，任意坐标系和格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Its standard deviation (m3)</source>
      <translation>其标准差 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Later elevation model</source>
      <translation>较晚的高程模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Later model less the earlier one.</source>
      <translation>较晚模型减去较早模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Length of correlation of the errors (m)</source>
      <translation>误差的相关长度 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Loss of all areas (m3)</source>
      <translation>所有区域的减少量 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>NMAD of unchanged ground (m)</source>
      <translation>未变化地面的 NMAD (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Net volume of all areas (m3)</source>
      <translation>所有区域的净体积 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Of a cell, from its slope.</source>
      <translation>单个像元的，由其坡度得出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Of the layer of patches. If empty: 25 cells, or a square of four times the length over which errors are alike.</source>
      <translation>用于斑块图层。留空时：25 个像元，或边长为误差相似长度四倍的正方形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Of the pairs that the semivariogram is made of.</source>
      <translation>用于构成半变异函数的点对的种子。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Other changed ground</source>
      <translation>其他发生变化的地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Patches of significant change</source>
      <translation>显著变化斑块</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Polygons of further ground that changed, such as forests, lakes and glaciers: left out of the alignment and of the errors.</source>
      <translation>其他发生变化的地面的多边形，如森林、湖泊和冰川：不参与对齐和误差估计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Polygons whose volumes are wanted: landslides, dumps, pits. They are left out of the ground that did not change.</source>
      <translation>需要计算体积的多边形：滑坡、堆场、采坑。它们不算作未变化的地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Results have its grid.</source>
      <translation>结果采用其格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Significant change</source>
      <translation>显著变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Significant from (standard deviations)</source>
      <translation>显著性下限（标准差倍数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Smallest patch of significant change (m2)</source>
      <translation>显著变化斑块的最小面积（m2）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Standard deviation of the change (m)</source>
      <translation>变化的标准差 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Standard deviation of what all heights of an area have in common besides, such as other ground (forest, snow) than where the models were aligned.</source>
      <translation>一个区域所有高程另外共有的误差的标准差，例如其地表（森林、积雪）与对齐所用的地面不同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Subtracts an earlier elevation model from a later one, after moving the later one onto it. Ground that did not change tells how errors depend on the slope and over which distance they are alike; from that come the standard deviation of every cell, what change is significant, and volumes of areas (gain, loss, net) whose standard deviations take into account that neighbouring cells err alike.</source>
      <translation>将较晚的高程模型移到较早的模型上，再减去后者。未变化的地面说明误差如何随坡度变化、在多远距离内相似；由此得到每个像元的标准差、哪些变化显著，以及各区域的体积（增加、减少、净值），其标准差考虑了相邻像元误差相似。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Table of volumes</source>
      <translation>体积表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>The areas with gain, loss and net volume, mean change, and their standard deviations.</source>
      <translation>各区域及其增加、减少和净体积、平均变化和标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>The later one is moved onto the earlier one by ground that did not change (see 'Align elevation models').</source>
      <translation>依据未变化的地面把较晚的模型移到较早的模型上（见“对齐高程模型”）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>The same as a table.</source>
      <translation>同样内容的表格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Volumes of the areas</source>
      <translation>各区域的体积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Where all cells changed significantly to one side, over the smallest area and more: as outlines, with volumes and their standard deviations.</source>
      <translation>所有像元均朝同一方向发生显著变化且达到最小面积的地方：以轮廓表示，附体积及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>Without, only the heights are adjusted: for flat ground.</source>
      <translation>关闭时只调整高程：用于平坦地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>YYYY-MM-DD; with both there are rates.</source>
      <translation>YYYY-MM-DD；两个日期都给出时计算速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>dem of difference</source>
      <translation>高程差分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>dod</source>
      <translation>dod</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>elevation change</source>
      <translation>高程变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>erosion</source>
      <translation>侵蚀</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/demdifference.py" />
      <source>volume</source>
      <translation>体积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Bands: best, least (rigid block) and most (viscous).</source>
      <translation>波段：最佳、最小（刚性块体）和最大（黏性流）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Base of the slides (m)</source>
      <translation>滑坡底面 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Cell (m)</source>
      <translation>网格单元（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Distance, coordinates, surface, base and thickness along each line.</source>
      <translation>沿每条线的距离、坐标、地表、底面和厚度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Exponent of the flow law</source>
      <translation>流动定律的指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Field: name of the slides</source>
      <translation>字段：滑坡名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Height of the surface that they ride over.</source>
      <translation>滑坡所滑过的面的高程。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Largest thickness (m)</source>
      <translation>最大厚度 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Largest volume (m3)</source>
      <translation>最大体积 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Least volume (m3)</source>
      <translation>最小体积 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Lines along which surface and base are drawn in the report.</source>
      <translation>报告中沿这些线绘制地表和底面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Not needed with pixel offsets.</source>
      <translation>使用像素偏移时不需要。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of places on the map, as from two elevation models ('Height change and volumes').</source>
      <translation>地图上固定位置的速率，例如由两个高程模型得到（“高程变化与体积”）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of the ground's points, as from 'East, north, up'. This one, or the next one.</source>
      <translation>地面点的速率，例如由“东、北、上”得到。给出此项或下一项。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of the surface, heights in metres.</source>
      <translation>地表的高程，单位米。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Of the thickness, in shares of the equation's size (0.03 to 3); empty for the corner of the L-curve.</source>
      <translation>厚度平滑的权重，以方程大小的份额表示（0.03 到 3）；留空则取 L 曲线的拐角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Or pixel offsets of two images, which have both components (and their dates).</source>
      <translation>或两幅影像的像素偏移，其中含两个分量（及日期）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Rate of the surface's height</source>
      <translation>地表高程的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Sections</source>
      <translation>剖面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Side of the cells (m)</source>
      <translation>像元边长 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Side of the cells; empty for those of the velocity, or larger ones for slides of more than 10,000 of them.</source>
      <translation>像元边长；留空则采用速度的像元，滑坡超过 10,000 个像元时采用更大的像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Slides</source>
      <translation>滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Slides with a thickness</source>
      <translation>求得厚度的滑坡数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Smoothing of the slope (cells)</source>
      <translation>坡度的平滑（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Standard deviation of the neighbourhood whose plane gives the slope; noise of the elevation model is multiplied by the speed.</source>
      <translation>以其平面给出坡度的邻域的标准差；高程模型的噪声会乘以速度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Strain rate goes with this power of stress: 1 viscous, 3 as ice, large as a rigid block. The best thickness is for it, the range goes from a rigid block (1) to a viscous one (1.5 times as thick); 3 lies in the middle (1.25 times).</source>
      <translation>应变率随应力的该次幂变化：1 为黏性，3 如冰，数值大则如刚性块体。最佳厚度按此计算；范围从刚性块体（1）到黏性体（厚度为 1.5 倍）；3 位于中间（1.25 倍）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Table of the sections</source>
      <translation>剖面表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Tells from the motion of a slide's surface how thick it is: where more ground comes in than goes out, the surface must rise. Gives the thickness, the base that the slide rides over, and its volume, each with the range between a rigid block and a viscous flow. The thickness is smooth as the L-curve wants it, never negative, and ends at the outline.</source>
      <translation>由滑坡表面的运动推算其厚度：流入多于流出之处，地表必然抬升。给出厚度、滑坡所滑过的底面及其体积，各附刚性块体与黏性流之间的范围。厚度按 L 曲线所定的程度平滑，永不为负，并在轮廓处终止。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>The slides with volume, its range, mean and largest thickness, and how well mass is conserved.</source>
      <translation>各滑坡的体积及其范围、平均与最大厚度，以及质量守恒的程度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Their outlines as polygons: where they end they have no thickness.</source>
      <translation>其轮廓多边形：在轮廓处厚度为零。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Thickness (m)</source>
      <translation>厚度 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Thickness of slides</source>
      <translation>滑坡厚度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Velocity to the east</source>
      <translation>向东速度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Velocity to the north</source>
      <translation>向北速度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Velocity upwards</source>
      <translation>向上速度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Volume of all slides (m3)</source>
      <translation>所有滑坡的体积 (m3)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Volumes of the slides</source>
      <translation>各滑坡的体积</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Volumes with their range, and the sections.</source>
      <translation>体积及其范围，以及剖面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Weight of smoothness</source>
      <translation>平滑权重</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Where the rasters hold displacements and not rates: what they are divided by.</source>
      <translation>当栅格为位移而非速率时：除以该年数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>Years between the images (years)</source>
      <translation>影像之间的年数（年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>basal surface</source>
      <translation>滑动底面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>landslide depth</source>
      <translation>滑坡深度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>mass conservation</source>
      <translation>质量守恒</translation>
    </message>
    <message>
      <location filename="../../processing_provider/terrain/slidethickness.py" />
      <source>slip surface</source>
      <translation>滑面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>1: a constant rate; 2: with an acceleration; 3: which changes.</source>
      <translation>1：恒定速率；2：含加速度；3：加速度可变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>A sine and a cosine with a year's period.</source>
      <translation>周期为一年的正弦和余弦。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Address of a Dask scheduler, such as tcp://192.0.2.1:8786, whose workers have Groundshift's core installed; empty to run on this machine. Give only one that you trust like a program: it can run code on this machine.</source>
      <translation>Dask 调度器的地址，如 tcp://192.0.2.1:8786，其工作节点须安装 Groundshift 核心；留空则在本机运行。只填您像信任程序一样信任的调度器：它能在本机运行代码。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Annual season in the motion</source>
      <translation>形变的年季节项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Atmosphere is smooth over this distance: standard deviation of the Gaussian.</source>
      <translation>大气在此距离上平滑：高斯函数的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Atmospheric filter (APS)</source>
      <translation>大气滤波（APS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Certificates of the Dask scheduler</source>
      <translation>Dask 调度器的证书</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Changes faster than this count as atmosphere: standard deviation of the Gaussian, or half the base of the triangle.</source>
      <translation>变化快于此值的视为大气：高斯函数的标准差，或三角窗底边的一半。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Corrected time series</source>
      <translation>改正后的时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Dask scheduler</source>
      <translation>Dask 调度器</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Dates left as they were</source>
      <translation>保持原样的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Dates of steps in the motion</source>
      <translation>形变阶跃的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Displacement time series</source>
      <translation>位移时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Folder with ca.pem, cert.pem and key.pem, for an encrypted connection (tls://192.0.2.1:8786).</source>
      <translation>含 ca.pem、cert.pem 和 key.pem 的文件夹，用于加密连接（tls://192.0.2.1:8786）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Gaussian</source>
      <translation>高斯</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5), of 'SBAS inversion' or another correction.</source>
      <translation>MintPy 布局的 HDF5（timeseries.h5），来自“SBAS 反演”或其他改正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>HDF5 in MintPy's layout with everything that the input held; the rate is fitted anew.</source>
      <translation>MintPy 布局的 HDF5，含输入的全部内容；速率重新拟合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>HTML page: variance of the stable pixels by date, before and after.</source>
      <translation>HTML 页面：改正前后稳定像元上各日期的方差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Largest rate of stable pixels (mm/yr)</source>
      <translation>稳定像元的最大速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Maximum number of steps of a pixel on dates that nobody gave, found where its series supports them; 0 takes such steps for atmosphere.</source>
      <translation>一个像元在未给定日期上的最大阶跃数，仅在其序列支持时才认定；0 表示将此类阶跃视为大气。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Minimum temporal coherence</source>
      <translation>最低时间相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Only pixels whose rate lies within so many robust standard deviations of the scene's median tell about the errors, so that motion is not taken for one.</source>
      <translation>仅用速率在整景中位数的若干倍抗差标准差以内的像元估计误差，以免将形变当作误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Only pixels with at least this temporal coherence tell about the errors; all pixels are corrected. Series without the layer: not looked at.</source>
      <translation>仅用时间相干性不低于此值的像元估计误差；全部像元均作改正。没有该图层的序列不作此判断。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Pixels with a result</source>
      <translation>有结果的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Polynomial degree of the motion</source>
      <translation>形变的多项式阶数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Rate of the corrected series, mm a year.</source>
      <translation>改正后序列的速率，mm/年。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Relative to the reference; give it where most of the scene moves, because the median of the rates is no help there.</source>
      <translation>相对参考；场景大部分在移动时请给出，因为此时速率的中位数不起作用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Removed by date</source>
      <translation>各日期去除的量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Shape of the time window</source>
      <translation>时间窗形状</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Space window (m)</source>
      <translation>空间窗口（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Stable and coherent pixels</source>
      <translation>稳定且相干的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Stable within (robust sigmas)</source>
      <translation>视为稳定的范围（抗差标准差倍数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Standard deviation over stable pixels after (mm)</source>
      <translation>改正后稳定像元上的标准差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Standard deviation over stable pixels before (mm)</source>
      <translation>改正前稳定像元上的标准差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Steps to find</source>
      <translation>要查找的阶跃数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Such as earthquakes: YYYYMMDD, several separated by commas.</source>
      <translation>如地震：YYYYMMDD，多个以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Taken from the rates, RMS (mm/yr)</source>
      <translation>从速率中去除的量，RMS（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Takes off a displacement series what changes from date to date and is smooth in space: a model of the motion, with seasons and steps where a pixel's series supports them, is taken off stable and coherent pixels, the rest is high-passed in time and low-passed in space, and the result (the atmospheric phase screen) is subtracted from all pixels. Rates and their standard deviations stay those of the unfiltered series: a rate fitted to the filtered one would look surer than it is. Slow motion that the model lacks and that is smooth in space shrinks where it is faster than the time window; widen the window, or raise the degree, to keep it.</source>
      <translation>从位移序列中去除逐日期变化且空间平滑的部分：在稳定且相干的像元上去除形变模型（像元序列支持时含季节项和阶跃），其余部分在时间上高通、在空间上低通，再从全部像元中减去所得结果（大气相位屏）。速率及其标准差仍为未滤波序列的值：由滤波后序列拟合的速率会显得比实际更可靠。模型未包含的缓慢且空间平滑的形变，若快于时间窗则会被削弱；可加宽窗口或提高阶数以保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>The numbers of the report as CSV.</source>
      <translation>报告数值的 CSV。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Time series</source>
      <translation>时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Time window (days)</source>
      <translation>时间窗（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Triangle</source>
      <translation>三角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>Variance taken out (%)</source>
      <translation>去除的方差（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>What was taken off, a band a date, mm.</source>
      <translation>去除的量，每个日期一个波段，mm。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>What was taken out</source>
      <translation>去除的内容</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>aps</source>
      <translation>aps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>atmosphere</source>
      <translation>大气</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>gaussian or triangle.</source>
      <translation>gaussian 或 triangle。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>high-pass</source>
      <translation>高通</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>low-pass</source>
      <translation>低通</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>smoothing</source>
      <translation>平滑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/apsfilter.py" />
      <source>turbulence</source>
      <translation>湍流</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>A row a pair: loop RMS and share of nonclosing pixels before and after, and share of corrected pixels. GeoPackage without geometry.</source>
      <translation>每个干涉对一行：改正前后的闭合环 RMS 和不闭合像元占比，以及改正像元占比。无几何的 GeoPackage。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Bridging of connected components</source>
      <translation>连通分量的桥接</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Bridging, then phase closure</source>
      <translation>先桥接，再相位闭合</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Coherence of components</source>
      <translation>分量的相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrected pairs</source>
      <translation>已改正的干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrected stack</source>
      <translation>改正后的堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrected values</source>
      <translation>已改正的值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Correction</source>
      <translation>改正方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Corrections of fewer connected pixels of a pair are left out whatever their evidence.</source>
      <translation>同一干涉对中相连像元少于此数的改正，无论证据如何均不采用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Counts at every pixel the triplets of interferograms whose phases do not add up to zero: somewhere in them a pair was unwrapped wrongly by whole cycles. Corrects such errors by bridging reliable components of each interferogram and by integer closure of the triplets of each pixel. A pixel uses the triplets that it has, and a correction is taken only where more of them close afterwards and noise does not explain as much; all other values keep their bits, and the log says what was left alone. Where pairs are in no triplet, bridging cannot be checked and is taken as it is.</source>
      <translation>统计每个像元上相位之和不为零的干涉图三角环：其中某个干涉对的解缠差了整周。通过桥接每幅干涉图的可靠分量，以及每个像元上三角环的整数闭合来改正此类误差。像元利用其现有的三角环，仅当改正后闭合的三角环更多且噪声不能同样解释时才采用；其余数值逐位不变，日志说明哪些未作改动。不在任何三角环中的干涉对，其桥接无法检核，按原样采用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Hints</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Largest window radius (pixels)</source>
      <translation>最大窗口半径（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Linear</source>
      <translation>线性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Logarithm of the odds by which the closures speak for whole cycles and not for noise; connected pixels of a pair count together. 8 is 3000 to 1; 0 takes everything.</source>
      <translation>闭合支持整周而非噪声的几率比的对数；同一干涉对中相连的像元合并计算。8 相当于 3000 比 1；0 表示全部接受。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Minimum evidence of a correction</source>
      <translation>改正的最低证据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Minimum patch (pixels)</source>
      <translation>最小图斑（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Minimum size of components (pixels)</source>
      <translation>分量的最小大小（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Nonclosing triplets after</source>
      <translation>改正后的不闭合三角环</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Nonclosing triplets before</source>
      <translation>改正前的不闭合三角环</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>None</source>
      <translation>无</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Number of triplets with whole cycles left over at each pixel.</source>
      <translation>每个像元上仍余整周的三角环数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Of the integer closure; larger values correct fewer pairs.</source>
      <translation>用于整数闭合；值越大，改正的干涉对越少。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Only map the errors</source>
      <translation>仅绘制误差图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Phase closure and unwrapping errors</source>
      <translation>相位闭合与解缠误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Phase closure of triplets</source>
      <translation>三元组相位闭合</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Pixels with nonclosing triplets after</source>
      <translation>改正后有不闭合三角环的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Pixels with nonclosing triplets before</source>
      <translation>改正前有不闭合三角环的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Quadratic</source>
      <translation>二次</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Ramp</source>
      <translation>趋势面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Share of nonclosing triplets after</source>
      <translation>改正后不闭合三角环占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Share of nonclosing triplets before</source>
      <translation>改正前不闭合三角环占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Smaller ones are not bridged.</source>
      <translation>更小的分量不桥接。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Stack of interferograms</source>
      <translation>干涉图堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Surface taken out while bridges are measured.</source>
      <translation>测定桥接时去除的曲面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Table of pairs</source>
      <translation>干涉对表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>The cycles to add of 'Screen unwrapping errors', on the grid of the stack: they are added first, except where fewer triplets close then, and so mend what no triplet shows.</source>
      <translation>“筛查解缠误差”给出的应加周数，位于干涉图栈的格网上：首先加上（除非加上后闭合的三元组变少），从而改正三元组无法显示的误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5. Its connectComponent is used where it has one.</source>
      <translation>“导入干涉图堆栈”的堆栈文件，或 MintPy 的 ifgramStack.h5。含 connectComponent 时予以使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>The stack with whole cycles added where they help; not with the correction 'none'.</source>
      <translation>在有改善处加上整周的堆栈；改正方法为“none”时不输出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Triplets</source>
      <translation>三角环数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Values corrected by hints</source>
      <translation>由提示改正的值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Values with doubtful corrections, left alone</source>
      <translation>改正存疑而未改动的数值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Weight of sparsity</source>
      <translation>稀疏性权重</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Where the stack has no connected components they are built from pixels with at least this coherence and without a step of half a cycle between neighbours.</source>
      <translation>堆栈没有连通分量时，由相干性不低于此值且邻点间没有半周跳变的像元构建。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>Windows at both ends of a bridge, whose medians are compared, are as wide as it is long, but no wider than this.</source>
      <translation>比较中位数的桥两端窗口与桥长等宽，但不超过此值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>ambiguity</source>
      <translation>模糊度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>bridging</source>
      <translation>桥接</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>bridging_closure: bridging, then integer closure; bridging: between components of each pair; closure: integer closure by pixel; none: only map the errors.</source>
      <translation>bridging_closure：先桥接，再整数闭合；bridging：在每个干涉对的分量之间；closure：逐像元整数闭合；none：仅绘制误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>loop</source>
      <translation>闭合环</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>triplet</source>
      <translation>三角环</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/closure.py" />
      <source>unwrapping error</source>
      <translation>解缠误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>After</source>
      <translation>之后</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Afterslip</source>
      <translation>余滑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Against the vertical (not the local incidence), degrees; wins over the number.</source>
      <translation>相对垂直方向（不是局部入射角），度；优先于数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>An image of the event's day</source>
      <translation>事件当天的影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Annual season</source>
      <translation>年季节项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>At the ground from the vertical, one for the scene; Sentinel-1: 29 to 46.</source>
      <translation>地面处自垂直方向量起，整景取一个值；Sentinel-1：29 到 46。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Bands east, north and up of the unit vector from the ground to the satellite, as 'Import velocity map' writes it; wins over the angles.</source>
      <translation>由地面指向卫星的单位矢量的东、北、上分量波段，如“导入速率图”所写；优先于角度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Bands: control_std_mm, the step's standard deviation as the control dates' steps of the pixel have it; control_ratio, that over the one of the covariance.</source>
      <translation>波段：control_std_mm，由该像元在对照日期的阶跃得到的阶跃标准差；control_ratio，它与由协方差所得标准差之比。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Bands: step_mm, step_std_mm, and with afterslip afterslip_mm (a decade of time) and afterslip_std_mm. Input of 'Down-sample displacement'.</source>
      <translation>波段：step_mm、step_std_mm，含余滑时还有 afterslip_mm（时间每增大十倍）和 afterslip_std_mm。可作为“位移降采样”的输入。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Before</source>
      <translation>之前</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Common rate</source>
      <translation>共同速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Control dates</source>
      <translation>对照日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Coseismic stack</source>
      <translation>同震叠加</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Coseismic step</source>
      <translation>同震阶跃</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Counts as after the event, as before it, or is left out.</source>
      <translation>算作事件之后、事件之前，或者舍去。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Date of the event</source>
      <translation>事件日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates after</source>
      <translation>之后的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates before</source>
      <translation>之前的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates of other steps</source>
      <translation>其他阶跃的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates with their noise and weights, control dates with their false alarms.</source>
      <translation>各日期及其噪声和权，对照日期及其误报。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates within (days)</source>
      <translation>日期范围（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Dates without an event on which the same stack is tried, at most; 0: none.</source>
      <translation>最多取这么多没有事件的日期做同样的叠加；0：不取。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Detection ratio</source>
      <translation>探测比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Detection ratio from which on a step is detected</source>
      <translation>判定有阶跃的探测比阈值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Errors by the control dates</source>
      <translation>由对照日期得到的误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Expected area</source>
      <translation>预期范围</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>False alarms at control dates (%)</source>
      <translation>对照日期的误报率（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Finds the step of an event that a single interferogram hides in its atmosphere, such as earthquakes of Mw 5 to 5.5 with 5 to 13 mm: all dates after it against all dates before it, each weighed by its own atmosphere, by generalised least squares with the covariance of all dates. The noise of the dates and how it is correlated in time come from the residuals of the scene; the standard deviation of a pixel also from its own. A common rate, a season, afterslip and other steps can be fitted along with it. Steps are relative to the far field. The same stack about control dates, on which nothing happened, measures the rate of false alarms. The result goes on to 'Down-sample displacement' and 'Search for the fault'.</source>
      <translation>求出单幅干涉图中被大气掩盖的事件阶跃，例如 Mw 5 至 5.5、位移 5 至 13 mm 的地震：事件之后的所有日期对之前的所有日期，各按自身的大气噪声定权，以所有日期的协方差做广义最小二乘。各日期的噪声及其时间相关性由全景残差得到，像元的标准差还取决于其自身的残差。可同时拟合共同速率、季节项、余滑和其他阶跃。阶跃相对于远场。在没有事件的对照日期上做同样的叠加，可测出误报率。结果可继续用于“位移降采样”和“搜索断层”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>First-order autoregressive, AR(1)</source>
      <translation>一阶自回归 AR(1)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Fit a log10(1 + t) after the event, t in days, with the step.</source>
      <translation>在拟合阶跃的同时拟合事件后的 a log10(1 + t)，t 以天计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Fit a rate before and after with the step. Without it slow motion goes into the step; with it the step's error is up to twice as large. The log tells how much.</source>
      <translation>在拟合阶跃的同时拟合前后共同的速率。不拟合时，缓慢形变会混入阶跃；拟合时，阶跃误差最多增大一倍。日志会给出具体数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Fit a sine and a cosine with a period of a year, too.</source>
      <translation>同时拟合周期为一年的正弦和余弦。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Flicker</source>
      <translation>闪烁噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Flight direction clockwise from north, degrees; wins over the number.</source>
      <translation>飞行方向，自北顺时针，度；优先于数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Flight direction clockwise from north; Sentinel-1: about 348 ascending, 192 descending.</source>
      <translation>飞行方向，自北顺时针；Sentinel-1：升轨约 348，降轨约 192。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Gain over the best single pair</source>
      <translation>相对最佳单一像对的增益</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Heading raster</source>
      <translation>航向角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>How the dates' noise, whose size is estimated date by date, is correlated in time. auto: what explains the residuals of a sample of the scene best; the others as in 'Velocity model'.</source>
      <translation>各日期噪声（其大小逐日期估计）在时间上如何相关。auto：取最能解释全景样本残差的一种；其余同“形变速率模型”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Incidence raster</source>
      <translation>入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Keep as it is</source>
      <translation>保持原样</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Largest step (mm)</source>
      <translation>最大阶跃（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Leave out</source>
      <translation>排除</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Line-of-sight raster</source>
      <translation>视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Line-of-sight raster: north</source>
      <translation>视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Line-of-sight raster: up</source>
      <translation>视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Mean</source>
      <translation>平均值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Median standard deviation of the step (mm)</source>
      <translation>阶跃标准差的中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Multiply the standard deviations by the factor that the control dates show.</source>
      <translation>将标准差乘以对照日期显示的系数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Noise</source>
      <translation>噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Noise and weight of every date.</source>
      <translation>各日期的噪声和权。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Of other events within the dates that are used: YYYYMMDD, several separated by commas. An image of that day counts as after it.</source>
      <translation>所用日期范围内其他事件的日期：YYYYMMDD，多个用逗号分隔。当天的影像算作事件之后。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Of the event, on both sides; no limit if empty.</source>
      <translation>距事件的天数，前后均同；留空则不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Only pixels with at least this tell about noise and far field; all pixels get a step. Series without the layer: not looked at.</source>
      <translation>只有不低于此值的像元用于估计噪声和远场；所有像元都求阶跃。序列没有该图层时不考虑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Pixels with a detected step (%)</source>
      <translation>探测到阶跃的像元（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Plane</source>
      <translation>平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Power law</source>
      <translation>幂律</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Random walk</source>
      <translation>随机游走</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Rate of false alarms</source>
      <translation>虚警率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Scatter of the control dates over the standard deviation</source>
      <translation>对照日期的离散与标准差之比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Share of pixels without a step whose step is called detected; control dates measure it.</source>
      <translation>没有阶跃却被判为有阶跃的像元比例；由对照日期实测。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Step over standard deviation; the log tells from which size on it is detected.</source>
      <translation>阶跃与标准差之比；日志给出判定为探测到的阈值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Taken off every date</source>
      <translation>从各日期中去除</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>The nearest so many; all of the series if empty.</source>
      <translation>取最近的若干个；留空取序列的全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Unit vector from the ground to the satellite (east, north, up), where the look angles are given; for 'Down-sample displacement'.</source>
      <translation>由地面指向卫星的单位矢量（东、北、上），给出视角时才有；用于“位移降采样”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>What the far field shows, by a robust fit: its mean, a plane or a quadratic surface, so that the step is relative to it. keep: nothing, the step is relative to the series' reference point. A plane needs a scene several times as wide as the signal.</source>
      <translation>远场所显示的部分，以稳健拟合得到：其均值、平面或二次曲面，使阶跃相对于远场。keep：不去除，阶跃相对于序列的参考点。平面要求场景宽度为信号的数倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Where the event may have moved the ground; the far field is what lies outside. Without it, it is the whole scene.</source>
      <translation>事件可能引起地面位移的范围；其外为远场。不给出时以全景为远场。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Where the north component lies in a raster of its own, as LiCSAR's files have it; the line-of-sight raster above is then that of east alone.</source>
      <translation>北分量位于单独栅格时使用，如 LiCSAR 文件；此时上面的视线向栅格仅为东分量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>Where the up component lies in a raster of its own, as LiCSAR's files have it; the line-of-sight raster above is then that of east alone.</source>
      <translation>上分量位于单独栅格时使用，如 LiCSAR 文件；此时上面的视线向栅格仅为东分量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>White noise</source>
      <translation>白噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>YYYYMMDD; one event a run.</source>
      <translation>YYYYMMDD；每次运行一个事件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>afterslip</source>
      <translation>震后余滑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>coseismic</source>
      <translation>同震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>covariance</source>
      <translation>协方差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>detection</source>
      <translation>探测</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>earthquake</source>
      <translation>地震</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>geometryGeo.h5 with incidenceAngle and azimuthAngle; wins over numbers and rasters.</source>
      <translation>含 incidenceAngle 和 azimuthAngle 的 geometryGeo.h5；优先于数值和栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>stack</source>
      <translation>堆叠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>step</source>
      <translation>阶跃</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/coseismicstack.py" />
      <source>weak</source>
      <translation>微弱</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>DEM error</source>
      <translation>DEM 误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>DEM error correction</source>
      <translation>DEM 误差改正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>DEM error standard deviation</source>
      <translation>DEM 误差标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Estimates the error of the elevation model at every pixel from the perpendicular baselines, jointly with a model of the motion, and takes its effect off the displacement series. The series must hold the baseline of every date. Maps the height error and its standard deviation.</source>
      <translation>利用垂直基线，与形变模型一起估计每个像元的高程模型误差，并从位移序列中去除其影响。序列须含每个日期的基线。绘制高程误差及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Metres by which the ground lies above the elevation model.</source>
      <translation>地面高于高程模型的米数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Metres, from the residuals.</source>
      <translation>米，由残差得出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>Where the geometry does not give it: from the vertical, one for the scene; from the series' attributes if empty.</source>
      <translation>用于几何文件未给出时：自垂直方向量起，整景取一个值；留空则取自序列的属性。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>baseline</source>
      <translation>基线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>geometryGeo.h5 of the same stack, for incidence and slant range. Without it the height error is scaled by one incidence and the distance to the orbit; the corrected series is the same.</source>
      <translation>同一堆栈的 geometryGeo.h5，用于入射角和斜距。不给出时高程误差按单一入射角和到轨道的距离缩放；改正后的序列不变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>height</source>
      <translation>高程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>residual</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/demerror.py" />
      <source>topography</source>
      <translation>地形</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>ALOS</source>
      <translation>ALOS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Assumed motion</source>
      <translation>假定的形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Beyond the long-wavelength data</source>
      <translation>长波长数据范围以外</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>C-band</source>
      <translation>C 波段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Clough-Tocher spline</source>
      <translation>Clough-Tocher 样条</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For kriging's sample and the cross-validation.</source>
      <translation>用于克里金的样本和交叉验证。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For remove: ifgramStack.h5, wrapped or unwrapped.</source>
      <translation>用于 remove：ifgramStack.h5，缠绕或解缠均可。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For remove: timeseries.h5 of the longer wavelength, on any grid.</source>
      <translation>用于 remove：较长波长的 timeseries.h5，任意格网。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For restore: the model of the removal.</source>
      <translation>用于 restore：去除时的模型。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>For restore: what 'SBAS inversion' made of the residual stack.</source>
      <translation>用于 restore：“SBAS 反演”由残余堆栈得到的结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Geometry of the long-wavelength series</source>
      <translation>长波长序列的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Geometry of the stack</source>
      <translation>堆栈的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>In time: 1 is a constant rate, 2 has an acceleration.</source>
      <translation>时间多项式：1 为恒定速率，2 含加速度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Instead of the series: points with fields DYYYYMMDD in mm, and los_east, los_north, los_up.</source>
      <translation>代替序列：含以 mm 为单位的字段 DYYYYMMDD 以及 los_east、los_north、los_up 的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Interpolation</source>
      <translation>内插方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Kriging</source>
      <translation>克里金</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>L-band</source>
      <translation>L 波段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength help for short-wavelength unwrapping</source>
      <translation>长波长辅助短波长解缠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength nodes</source>
      <translation>长波长结点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength points</source>
      <translation>长波长点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Long-wavelength series</source>
      <translation>长波长序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Look vectors, and heights for down_slope; not needed for same_los.</source>
      <translation>视线向量，down_slope 还需高程；same_los 不需要。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Look vectors; not needed for points and for same_los.</source>
      <translation>视线向量；使用点或 same_los 时不需要。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Maximum number of nodes</source>
      <translation>最大结点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Maximum number of nodes for kriging.</source>
      <translation>克里金的最大结点数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Median of the largest phase error (rad)</source>
      <translation>最大相位误差的中位数（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Model that was removed</source>
      <translation>已去除的模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Motion down the slope</source>
      <translation>沿坡向下的形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>NISAR</source>
      <translation>NISAR</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Neighbours</source>
      <translation>邻点数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>No data</source>
      <translation>无数据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Nodes of a thin-plate spline.</source>
      <translation>薄板样条的结点数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Nothing is predicted further from the next node; three times their spacing if empty.</source>
      <translation>距最近结点超过此值不作预测；留空取结点间距的三倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Of the long-wavelength pixels that are used, where the series has one.</source>
      <translation>所用长波长像元的时间相干性，用于序列含有时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Of the thin-plate spline; 0 goes through the nodes.</source>
      <translation>用于薄板样条；0 为通过结点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Phase of the stack</source>
      <translation>堆栈的相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Pixels of the long-wavelength series are averaged in cells to at most so many.</source>
      <translation>长波长序列的像元在网格单元内平均，最多得到这么多个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Polynomial degree</source>
      <translation>多项式阶数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Prediction</source>
      <translation>预测</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>RMS error of the rate at nodes left out (mm/yr)</source>
      <translation>留出结点处速率的 RMS 误差（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Reach of a node (m)</source>
      <translation>结点的作用范围（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Remove the long-wavelength motion</source>
      <translation>去除长波长形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Residual stack</source>
      <translation>残余堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Restore the long-wavelength motion</source>
      <translation>恢复长波长形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Restored series</source>
      <translation>恢复后的序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Restored velocity</source>
      <translation>恢复后的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Same line of sight</source>
      <translation>相同视线向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Sample</source>
      <translation>样本数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Series of the residual stack</source>
      <translation>残余堆栈的序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Share of steps too steep to unwrap, after</source>
      <translation>梯度过陡无法解缠的占比，处理后</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Share of steps too steep to unwrap, before</source>
      <translation>梯度过陡无法解缠的占比，处理前</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Short-wavelength stack</source>
      <translation>短波长堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Smoothing</source>
      <translation>平滑</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Thin-plate spline</source>
      <translation>薄板样条</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Unwrapped phase</source>
      <translation>解缠相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Vertical motion</source>
      <translation>垂直形变</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>What to do</source>
      <translation>操作</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>What turns one line of sight into the other: vertical motion, motion down the slope (vertical where it is under 5 degrees), or the same look of both.</source>
      <translation>将一个视线向换算到另一个视线向的依据：垂直形变、顺坡形变（坡度小于 5 度处取垂直），或两者视线相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Where ground moves so fast that C- or X-band fringes run into each other, a displacement series of a longer wavelength (L band) can still be followed. 'remove' models that series by a polynomial in time at every point, turns it into the other line of sight under a stated assumption, interpolates it and takes its phase out of the short-wavelength stack, wrapped or unwrapped. After unwrapping and inversion of what is left, 'restore' adds it back. What was removed is restored exactly: errors of the prediction do not enter the result, they only leave more phase to unwrap.</source>
      <translation>地面移动过快、C 或 X 波段条纹相互混叠之处，较长波长（L 波段）的位移序列仍可追踪。“remove”以时间多项式逐点模拟该序列，按所设假定换算到另一视线向，内插后从短波长堆栈（缠绕或解缠）中去除其相位。对剩余部分解缠和反演后，“restore”再将其加回。去除的部分被精确恢复：预测误差不进入结果，只是留下更多待解缠的相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>Wrapped phase</source>
      <translation>缠绕相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>X-band</source>
      <translation>X 波段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>auto takes it as wrapped where the stack has wrapPhase only, or no value is beyond pi. Wrapped phase stays wrapped: unwrap the residual stack, invert, then restore.</source>
      <translation>auto 在堆栈只有 wrapPhase 或没有值超出 pi 时视为缠绕相位。缠绕相位保持缠绕：先解缠残差堆栈，再反演，然后恢复。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>kriging</source>
      <translation>克里金</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>landslide</source>
      <translation>滑坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>no_data drops the phase; keep leaves it, with a step at the edge.</source>
      <translation>no_data 舍弃该处相位；keep 保留，但边缘有跳变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: predicted rate (mm/yr), its standard deviation, and the largest standard deviation of a pair's predicted phase (rad).</source>
      <translation>remove：预测速率（mm/yr）、其标准差，以及干涉对预测相位的最大标准差（rad）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: take the predicted phase out of a stack; restore: add it back to the series that was inverted from what was left.</source>
      <translation>remove：从堆栈中去除预测相位；restore：将其加回由剩余部分反演的序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: the stack without the predicted phase, on the same grid and pairs.</source>
      <translation>remove：去除预测相位后的堆栈，格网和干涉对不变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>remove: what was taken out, for restore.</source>
      <translation>remove：去除的内容，供 restore 使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>restore: rate in mm/yr.</source>
      <translation>restore：速率，mm/yr。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>restore: the series with the motion added.</source>
      <translation>restore：加回形变后的序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>spline: Clough-Tocher spline through the nodes; thin_plate: thin-plate spline, which can smooth but is slow; kriging: Gaussian process on a sample of the nodes, for few or noisy points.</source>
      <translation>spline：通过结点的 Clough-Tocher 样条；thin_plate：薄板样条，可平滑但较慢；kriging：基于结点样本的高斯过程，适合点少或噪声大的情况。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/multisensor.py" />
      <source>unwrapping</source>
      <translation>解缠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>A copy of the stack whose dropIfgram marks the pairs to use.</source>
      <translation>堆栈的副本，其 dropIfgram 标记所用的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>A pixel counts against a pair where more than half of the pair's triplets do not close; 0.1 is a start; empty for no limit.</source>
      <translation>干涉对的三角环有一半以上不闭合的像元计为该干涉对的不合格像元；0.1 可作起点；留空不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>A row a pair: baselines, coherence, closure, whether it is kept, its subset and why it was dropped. GeoPackage without geometry.</source>
      <translation>每个干涉对一行：基线、相干性、闭合、是否保留、所属子集和剔除原因。无几何的 GeoPackage。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Baselines over time and matrix of coherence, for the result viewer; numbers show under the mouse.</source>
      <translation>基线随时间的分布和相干矩阵，用于结果查看器；鼠标悬停时显示数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Dates to leave out</source>
      <translation>要剔除的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Dates without a pair</source>
      <translation>没有干涉对的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Describes the network of a stack of interferograms: perpendicular and temporal baselines, mean coherence and phase closure of every pair, the subsets that pairs join, and the rank of the system. Drops pairs by thresholds, by date or name, and by closure, while a spanning tree of the most coherent pairs can keep the network in one piece. The dropped pairs come out as text for 'Pairs to leave out' of the SBAS inversion, and as marks in a copy of the stack.</source>
      <translation>描述干涉图堆栈的网络：每个干涉对的垂直和时间基线、平均相干性和相位闭合，干涉对连成的子集，以及方程组的秩。可按阈值、日期或名称以及闭合剔除干涉对，同时可用相干性最高的干涉对构成的生成树使网络保持连通。被剔除的干涉对以文本输出，供 SBAS 反演的“要剔除的干涉对”使用，并在堆栈副本中作标记。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Dropped pairs</source>
      <translation>被剔除的干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Interferogram network</source>
      <translation>干涉图网络</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Keep the spanning tree</source>
      <translation>保留生成树</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest loop RMS (rad)</source>
      <translation>最大闭合环 RMS（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest perpendicular baseline (m)</source>
      <translation>最大垂直基线（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest share of nonclosing pixels</source>
      <translation>不闭合像元的最大占比</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Largest temporal baseline (days)</source>
      <translation>最大时间基线（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Minimum mean coherence</source>
      <translation>最低平均相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Network plot (HTML)</source>
      <translation>网络图（HTML）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Network plot (PNG)</source>
      <translation>网络图（PNG）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs dropped</source>
      <translation>剔除的干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs kept</source>
      <translation>保留的干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs of the spanning tree of highest coherence stay whatever the limits say, so that no date is lost and the network is not cut.</source>
      <translation>相干性最高的生成树中的干涉对不受任何界限影响，始终保留，使日期不致丢失、网络不致断开。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs that span more days are dropped; empty for no limit.</source>
      <translation>时间跨度更长的干涉对被剔除；留空不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs to leave out</source>
      <translation>要剔除的干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs whose coherence over the scene is lower on average are dropped; empty for no limit.</source>
      <translation>整景平均相干性更低的干涉对被剔除；留空不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Pairs with a longer one of either sign are dropped; empty for no limit.</source>
      <translation>垂直基线绝对值更大的干涉对被剔除；留空不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Parts of the network</source>
      <translation>网络的部分数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>RMS closure of the best triplet of a pair; LiCSBAS takes 1.5; empty for no limit.</source>
      <translation>干涉对最佳三角环的闭合差 RMS；LiCSBAS 取 1.5；留空不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Rank</source>
      <translation>秩</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>Stack with pairs dropped</source>
      <translation>剔除干涉对后的堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>The same plot as a picture.</source>
      <translation>同一图的图片。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>The stack file of 'Import interferogram stack', or MintPy's ifgramStack.h5.</source>
      <translation>“导入干涉图堆栈”的堆栈文件，或 MintPy 的 ifgramStack.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>YYYYMMDD, several separated by commas.</source>
      <translation>YYYYMMDD，多个以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>YYYYMMDD_YYYYMMDD, several separated by commas.</source>
      <translation>YYYYMMDD_YYYYMMDD，多个以逗号分隔。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>coherence</source>
      <translation>相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>connectivity</source>
      <translation>连通性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>minimum spanning tree</source>
      <translation>最小生成树</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/network.py" />
      <source>pairs</source>
      <translation>干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>1 - exp(-t/tau), such as relaxation, t being the days since the date: YYYYMMDD:tau with tau in days, several separated by commas. At one of all the terms tau can be left out and is searched for pixel by pixel.</source>
      <translation>1 - exp(-t/tau)，如松弛，t 为自该日期起的天数：YYYYMMDD:tau，tau 以天为单位，多个以逗号分隔。所有项中可有一项省略 tau，由逐像元搜索得到。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>A change of the rate is looked for in the last so much of the time; 0: nowhere.</source>
      <translation>在时间的最后这一部分中寻找速率的变化；0：不寻找。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>A field for every date, such as D20200131: points of Groundshift, EGMS, SqueeSAR, SARPROZ or a StaMPS export. Motion is taken as positive towards the satellite (EGMS Ortho: upwards or to the east).</source>
      <translation>每个日期一个字段，如 D20200131：Groundshift、EGMS、SqueeSAR、SARPROZ 的点或 StaMPS 导出。运动以朝向卫星为正（EGMS Ortho：向上或向东）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>A sine and a cosine with a period of a year.</source>
      <translation>周期为一年的正弦和余弦。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>A sine and a cosine with a period of half a year.</source>
      <translation>周期为半年的正弦和余弦。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Acceleration, seasons and a step that is to be found come into a pixel's model only where they lower the Bayesian information criterion; elsewhere their bands are empty.</source>
      <translation>加速度、季节项和待查找的阶跃仅在能降低贝叶斯信息准则时才进入像元的模型；其余像元的相应波段为空。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Choose the model by point</source>
      <translation>逐点选择模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Dates after a late change</source>
      <translation>后期变化之后的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Dates of steps</source>
      <translation>阶跃的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Dates with data that a step needs before and after it.</source>
      <translation>阶跃前后所需的有数据日期数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Exponential terms</source>
      <translation>指数项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>False late changes (%)</source>
      <translation>后期变化误报率（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>False steps</source>
      <translation>虚假阶跃</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Fits the models of 'Velocity model' to points with series, such as those of StaMPS, EGMS and SqueeSAR: a rate, and as wished acceleration, seasons, steps and transients, or by point only the terms that its series calls for (BIC). Every coefficient becomes a field with its standard deviation. Points whose rate changes late in the series are flagged at a stated rate of false alarms, with the date and the size of the change: the points to look at first.</source>
      <translation>将“速度模型”的各种模型拟合到带时间序列的点（如 StaMPS、EGMS 和 SqueeSAR 的点）：速率，并可加入加速度、季节项、阶跃和瞬变项，或逐点只取其序列所需的项（BIC）。每个系数成为一个字段，并附标准差。速率在序列后期发生变化的点按给定的误报率标记，并给出变化的日期和大小：这些是最先要查看的点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Instead of points: HDF5 in MintPy's layout (timeseries.h5), whose pixels are the points.</source>
      <translation>代替点：MintPy 格式的 HDF5（timeseries.h5），其像元即为点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Keep the displacements by date beside what is found, so that the explorer shows them.</source>
      <translation>在结果旁保留各日期的位移，以便浏览器显示。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Largest time constant (days)</source>
      <translation>最大时间常数（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Late part of the series (%)</source>
      <translation>序列的后期部分（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Logarithmic terms</source>
      <translation>对数项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Mean RMS of the residuals (mm)</source>
      <translation>残差的平均 RMS（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Median standard deviation of the rate (mm/yr)</source>
      <translation>速率标准差中位数（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Minimum dates beside a step</source>
      <translation>阶跃两侧最少日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Minimum time constant (days)</source>
      <translation>最小时间常数（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Of the simulation behind the limit for steps.</source>
      <translation>用于确定阶跃界限的模拟。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Of them expected by chance</source>
      <translation>其中预期的偶然数目</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Points whose rate changes late</source>
      <translation>速率在后期变化的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Points with a result</source>
      <translation>有结果的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Points with series</source>
      <translation>带序列的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Points with their model</source>
      <translation>带模型的点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Search every pixel for steps on unknown dates, at most so many; 0: do not search.</source>
      <translation>在每个像元搜索未知日期的阶跃，最多这么多个；0：不搜索。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Semi-annual season</source>
      <translation>半年季节项</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Series in the result</source>
      <translation>结果中包含序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Share of pixels without a step in which one is found by chance; it holds as far as the noise is what is chosen under 'Noise'.</source>
      <translation>没有阶跃的像元被偶然判出阶跃的占比；在噪声符合“噪声”中所选类型时成立。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Share of points with a steady rate that are flagged by chance; it holds as far as the noise is what is chosen under 'Noise'.</source>
      <translation>速率恒定的点中被偶然标记的比例；只有当噪声确如“噪声”中所选时才成立。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Sudden offsets, such as earthquakes: YYYYMMDD, several separated by commas. An image of that day counts as after it.</source>
      <translation>突变偏移（如地震）：YYYYMMDD，多个以逗号分隔。当天的影像视为在其之后。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>That it needs at least; before it twice as many.</source>
      <translation>变化之后至少需要的日期数；之前需要其两倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Use the series from this date on.</source>
      <translation>自该日期起使用序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Use the series up to this date.</source>
      <translation>使用序列至该日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Velocity model of points</source>
      <translation>点的速度模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Where the search for tau begins.</source>
      <translation>tau 搜索的起点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>Where the search for tau ends. A tau at either end is no data, and flagged.</source>
      <translation>tau 搜索的终点。落在任一端的 tau 设为无数据并标记。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>a log10(1 + t) after earthquakes, t in days: YYYYMMDD, several separated by commas. The band afterslip_YYYYMMDD_mm is a, what every tenfold of time adds. A step on that day is fitted with it where images lie before it; a series that starts after the earthquake begins with an offset, which is fitted, too.</source>
      <translation>地震后的 a log10(1 + t)，t 以天计：YYYYMMDD，多个用逗号分隔。波段 afterslip_YYYYMMDD_mm 为 a，即时间每增大十倍所增加的量。之前有影像时同时拟合当天的阶跃；始于震后的序列带有一个初始偏移，也一并拟合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>acceleration</source>
      <translation>加速度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>auto: what explains the residuals of a sample of the scene best, all of the following tried; the log says which. white: dates err independently (and pairs, where the series says how). ar1: the error is correlated over a time that is estimated. flicker, random_walk: power falls with the frequency or its square; power_law: with a power of it that is estimated. The plainer is taken where it does as well.</source>
      <translation>auto：逐一尝试以下各项，取最能解释场景样本残差者；日志说明。white：各日期误差独立（序列有说明时干涉对亦然）。ar1：误差在一段估计的时间内相关。flicker、random_walk：功率随频率或其平方下降；power_law：随其估计的幂次下降。效果相当时取较简单者。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>bic</source>
      <translation>bic</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>late change</source>
      <translation>后期变化</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>log(1 + t/tau), such as afterslip, t being the days since the date: YYYYMMDD:tau with tau in days, several separated by commas. At one of all the terms tau can be left out and is searched for pixel by pixel.</source>
      <translation>log(1 + t/tau)，如震后余滑，t 为自该日期起的天数：YYYYMMDD:tau，tau 以天为单位，多个以逗号分隔。所有项中可有一项省略 tau，由逐像元搜索得到。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>season</source>
      <translation>季节</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its standard deviation, the RMS of the residuals, seasons, steps, the chosen model, the late change, and what the points' own table says.</source>
      <translation>velocity_mm_yr、velocity_std_mm_yr，然后是其他各系数及其标准差、残差均方根、季节项、阶跃、所选模型、后期变化，以及点表自身的内容。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/pointvelocity.py" />
      <source>warning</source>
      <translation>预警</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Fit the height along with it</source>
      <translation>同时拟合高程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Leave in the series</source>
      <translation>保留在序列中</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Remove ramps</source>
      <translation>去除趋势面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>So that a delay on a slope is not taken for a ramp; what follows height stays in the series. Needs the geometry.</source>
      <translation>使斜坡上的延迟不被当作趋势面；随高程变化的部分留在序列中。需要几何文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Steady part of what is fitted</source>
      <translation>拟合量中的稳定部分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Surface</source>
      <translation>曲面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Take off</source>
      <translation>去除</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Takes a plane or a quadratic surface off every date of a displacement series, as orbits, the ionosphere and long atmospheric waves leave them. The fit is robust and looks at stable and coherent pixels only; reference point and reference date stay zero. Ramps also hold long-wavelength motion: don't use it where that is what you look for.</source>
      <translation>从位移序列的每个日期去除轨道、电离层和长波大气残留的平面或二次曲面。拟合为抗差拟合，仅使用稳定且相干的像元；参考点和参考日期保持为零。趋势面也包含长波长形变：若这正是您要寻找的，请勿使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>Where most of the scene moves, a fit follows the motion. take: take off all that is fitted; keep: leave its rate and slow changes in the series; auto: leave them where they are more than errors that change from date to date make by chance, and say so.</source>
      <translation>场景大部分在形变时，拟合会跟随形变。take：去除全部拟合量；keep：将其速率和缓慢变化留在序列中；auto：当其超过逐日期变化的误差偶然所能产生的量时保留，并予以说明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>deramp</source>
      <translation>去趋势</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>geometryGeo.h5 of the same stack, for its height.</source>
      <translation>同一堆栈的 geometryGeo.h5，用于其高程。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>ionosphere</source>
      <translation>电离层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>linear: a plane; quadratic: with curvature.</source>
      <translation>linear：平面；quadratic：含曲率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>orbit</source>
      <translation>轨道</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>plane</source>
      <translation>平面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/ramps.py" />
      <source>trend</source>
      <translation>趋势</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A displacement time series to continue: only dates after its end are solved, its own keep their values and its reference holds.</source>
      <translation>要接续的位移时间序列：仅解算其结束之后的日期，原有日期保持其值，沿用其参考。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A pair counts at a pixel where its coherence is at least this.</source>
      <translation>像元处相干性不低于此值的干涉对才计入。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A pixel is kept where at least this many pairs count.</source>
      <translation>计入的干涉对不少于此数的像元才保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>A rectangle whose mean is the reference; goes before the point.</source>
      <translation>矩形，其平均值为参考；优先于参考点。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Bootstrap block (dates)</source>
      <translation>自助法块长（日期数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Bootstrap samples</source>
      <translation>自助法样本数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Coherence threshold</source>
      <translation>相干性阈值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Cramér-Rao bound</source>
      <translation>Cramér-Rao 界</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Dates to solve again</source>
      <translation>重新解算的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Dates whose offset to the largest part of a cut network is an assumption.</source>
      <translation>相对断开网络最大部分的偏移为假定值的日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Displacement by date</source>
      <translation>各日期的位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>For nsbas: linear, quadratic or annual (linear with a yearly wave) motion. The linear one comes with a standard deviation of the rate, which holds if the motion is linear.</source>
      <translation>用于 nsbas：linear、quadratic 或 annual（线性加年周期）形变。线性模型附速率标准差，形变确为线性时成立。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>HDF5 in MintPy's layout, metres; also holds rate and quality for the next tools.</source>
      <translation>MintPy 布局的 HDF5，米；还含供后续工具使用的速率和质量。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>How well the pairs agree with the series, 0 to 1.</source>
      <translation>干涉对与序列的符合程度，0 到 1。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Inverts a stack of unwrapped interferograms for the displacement of every date and its rate, with their uncertainty. Displacement is along the line of sight, positive towards the satellite, relative to the first date and the reference. Coherence threshold and minimum number of pairs make it the intermittent variant (ISBAS). Where the network is cut the series is a guess by the smallest rates or by a model of the motion (NSBAS): flagged in the layer of network subsets. Unwrapping errors can be rejected pixel by pixel, noisy dates weighed down, and new dates appended to an earlier series.</source>
      <translation>由解缠干涉图堆栈反演每个日期的位移及其速率，并给出不确定度。位移沿视线向，朝向卫星为正，相对首个日期和参考。设定相干性阈值和最少干涉对数即为间歇相干方法（ISBAS）。网络断开处，序列是按最小速率或按形变模型（NSBAS）推测的，并在网络子集图层中标记。可逐像元剔除解缠误差、降低噪声大的日期的权，并将新日期追加到先前的序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Joined dates</source>
      <translation>拼接的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Least absolute deviations find the pairs that contradict the others at a pixel (by unwrapping errors), weighted least squares solve the rest. Where half of a date's pairs slipped, the place is taken that makes the smoother series. Off: plain weighted least squares, two to four times as fast.</source>
      <translation>用最小绝对偏差找出像元处与其他干涉对矛盾（解缠误差所致）的干涉对，其余由加权最小二乘解算。某日期有一半干涉对出错时，取使序列更平滑的位置。关闭：普通加权最小二乘，快二到四倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Linear with annual season</source>
      <translation>线性加年周期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Median standard deviation (mm/yr)</source>
      <translation>标准差中位数（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Minimum number of pairs</source>
      <translation>最少干涉对数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Minimum-norm velocity (SVD)</source>
      <translation>最小范数速率（SVD）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Model that bridges cuts</source>
      <translation>衔接断开处的模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Motion model (NSBAS)</source>
      <translation>形变模型（NSBAS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Neighbouring dates that are redrawn together, for noise that is correlated in time; 0 takes the cube root of their number.</source>
      <translation>一起重抽样的相邻日期数，用于时间相关的噪声；0 取日期数的立方根。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Network subsets</source>
      <translation>网络子集</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noise by date</source>
      <translation>按日期的噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noise of the dates (mm)</source>
      <translation>日期的噪声（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noisy dates</source>
      <translation>噪声大的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Noisy dates count less in the rate and, with weights by phase variance, their pairs in the inversion: 20180106:20, 20180118:12, *:5 (the star is all others), or the word estimated for a trial inversion that finds it. Empty: all dates alike.</source>
      <translation>噪声大的日期在速率中权较小；按相位方差定权时，其干涉对在反演中的权也较小：20180106:20, 20180118:12, *:5（星号为其余全部），或用单词 estimated 由试反演求得。留空：各日期等权。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Number of pairs</source>
      <translation>干涉对数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Of the bootstrap; the same seed gives the same numbers.</source>
      <translation>自助法的种子；相同的种子产生相同的数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Of the rate from the pairs alone, mm a year; falls with the root of their number.</source>
      <translation>仅由干涉对得出的速率标准差，mm/年；随干涉对数的平方根减小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Of the rate's standard deviation. auto: correlated from date to date as a sample of the scene shows (white, autoregressive, flicker or another power law; the log says which). white: independent, beside the noise of the pairs. A bootstrap does without.</source>
      <translation>用于速率的标准差。auto：按场景样本所示逐日期相关（白噪声、自回归、闪烁或其他幂律；日志说明）。white：独立，另加干涉对噪声。自助法不使用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pairs taken for unwrapping errors at each pixel.</source>
      <translation>每个像元上被判为解缠误差的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pairs used</source>
      <translation>所用干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pairs used (ISBAS: cohcount).</source>
      <translation>所用干涉对（ISBAS：cohcount）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Parts that a pixel's own network is in: 1 whole, more: cut, 0: left out.</source>
      <translation>像元自身网络的部分数：1 完整，更多：断开，0：剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Phase variance</source>
      <translation>相位方差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pixels below become no data. 0 keeps all in the series; the tools that use it choose by themselves, from 0.7 on.</source>
      <translation>低于此值的像元设为无数据。0 在序列中保留所有像元；使用该序列的工具自行选取，从 0.7 起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Pixels whose network is cut</source>
      <translation>网络断开的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Previous time series</source>
      <translation>先前的时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Range times azimuth looks of the interferograms; taken from the stack if empty.</source>
      <translation>干涉图的距离向乘方位向视数；留空则取自堆栈。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Rate along the line of sight, mm a year.</source>
      <translation>视线向速率，mm/年。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference area</source>
      <translation>参考区</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference point</source>
      <translation>参考点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference radius (pixels)</source>
      <translation>参考半径（像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference x</source>
      <translation>参考点 x</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reference y</source>
      <translation>参考点 y</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Reject unwrapping errors</source>
      <translation>剔除解缠误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Rejected pairs</source>
      <translation>被剔除的干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Residuals by pair and date</source>
      <translation>各干涉对和日期的残差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>SBAS inversion</source>
      <translation>SBAS 反演</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Squared coherence</source>
      <translation>相干性平方</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Standard error (ISBAS)</source>
      <translation>标准误差（ISBAS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Table of the root mean square residuals over the scene, mm: of every pair in the network, of every date in its pairs and about the rate; noisy ones are marked.</source>
      <translation>整景残差均方根表，mm：网络中每个干涉对的、每个日期在其干涉对中的以及相对速率的；噪声大者作标记。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>The neighbourhood of the point, given or found, whose mean is the reference; 0 takes the pixel alone, with its noise and gaps.</source>
      <translation>参考点（给定或找到）的邻域，其平均值为参考；0 仅取该像元，连同其噪声和缺失。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>The rate's standard deviation by bootstrap over dates and pairs; 0 for the analytical one, 200 are plenty. Where the network is cut there is none.</source>
      <translation>对日期和干涉对用自助法求速率标准差；0 为解析值，200 已足够。网络断开处没有。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Uniform</source>
      <translation>等权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Velocity standard deviation</source>
      <translation>速率标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Weights of the pairs</source>
      <translation>干涉对的权</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Where the motion is taken as zero. Without point and area it is the stack's own (MintPy's REF_Y and REF_X), else the most coherent ground away from motion; the log names it.</source>
      <translation>形变取为零之处。未给点或区域时，取堆栈自带的参考（MintPy 的 REF_Y 和 REF_X），否则取远离形变的最相干地面；日志会指明。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>Where the network is cut</source>
      <translation>网络断开处</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>With a previous series: so many of its last dates are solved again for the sake of the new ones, where the stack still has their pairs. More come closer to a full inversion.</source>
      <translation>与先前的序列配合：为接续新日期，重新解算其最后这么多个日期（堆栈仍含其干涉对时）。越多越接近完整反演。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>displacement</source>
      <translation>位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>inversion</source>
      <translation>反演</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>isbas</source>
      <translation>isbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>minimum_norm: join the parts by the smallest rates, flagged; nsbas: join them so that the series fits a model of the motion best, flagged; no_data: leave the pixel out.</source>
      <translation>minimum_norm：按最小速率拼接各部分，并标记；nsbas：拼接使序列最符合形变模型，并标记；no_data：剔除该像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>mm a year, from the series' residuals and the noise of the pairs.</source>
      <translation>mm/年，由序列残差和干涉对噪声得出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>nsbas</source>
      <translation>nsbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>phase_variance: inverse variance of the phase at its coherence and number of looks, exact for distributed targets; cramer_rao: its lower bound, for many looks; coherence: squared coherence; uniform: all alike.</source>
      <translation>phase_variance：按相干性和视数所得相位方差的倒数，对分布式目标为精确值；cramer_rao：其下界，适合多视；coherence：相干性的平方；uniform：等权。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>robust</source>
      <translation>抗差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>small baseline</source>
      <translation>小基线</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/sbas.py" />
      <source>subsidence</source>
      <translation>沉降</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>A product's folder, as 'Import interferogram stack' takes it.</source>
      <translation>产品的文件夹，如“导入干涉图堆栈”所读。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Correct height errors</source>
      <translation>改正高程误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>ERA5 file</source>
      <translation>ERA5 文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>ERA5 weather model</source>
      <translation>ERA5 气象模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Filter in space (m)</source>
      <translation>空间滤波（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Filter in time (days)</source>
      <translation>时间滤波（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Filter the atmosphere</source>
      <translation>大气滤波</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Folder for intermediate files</source>
      <translation>中间文件的文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>From the perpendicular baselines, where they are known, jointly with the motion model and an acceleration.</source>
      <translation>已知垂直基线时由其估计，同时解算形变模型和加速度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>GACOS delays</source>
      <translation>GACOS 延迟</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>GACOS folder</source>
      <translation>GACOS 文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Good pixels with their rate and series.</source>
      <translation>质量合格的像元，含速率和序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>HDF5 in MintPy's layout, after all corrections.</source>
      <translation>MintPy 布局的 HDF5，已作全部改正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>HTML page: what every step did, in numbers and plots.</source>
      <translation>HTML 页面：以数值和图说明各步骤的处理情况。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>High-pass in time, low-pass in space: smooths the series. Motion that is short in time and wide in space goes with it.</source>
      <translation>时间高通、空间低通：使序列平滑。时间短而空间范围大的形变会一并滤除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Keeps the stacks and the series between the steps; without it they go away.</source>
      <translation>保留各步骤之间的堆栈和序列；不给出时则删除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Leaves out the pairs that contradict the others at a pixel, after what the correction of unwrapping errors has left; see 'SBAS inversion'. Off: two to four times as fast.</source>
      <translation>在解缠误差改正之后，剔除像元处与其他干涉对矛盾的干涉对；见“SBAS 反演”。关闭：快二到四倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Metres.</source>
      <translation>米。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Minimum mean coherence of a pair</source>
      <translation>干涉对的最低平均相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>NetCDF on pressure levels for every date (era5).</source>
      <translation>每个日期的气压层 NetCDF（era5）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Of a folder whose product does not say: Sentinel-1 0.05546576.</source>
      <translation>用于产品未注明的文件夹：Sentinel-1 0.05546576。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Of points, and of the pixels that tell about the errors.</source>
      <translation>用于点，也用于估计误差的像元。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Pairs of the spanning tree of highest coherence stay whatever the limits say.</source>
      <translation>相干性最高的生成树中的干涉对不受任何界限影响，始终保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Pairs with a longer one are dropped; empty for no limit.</source>
      <translation>更长的干涉对被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Phase against height, linear</source>
      <translation>相位与高程，线性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Phase against height, quadratic</source>
      <translation>相位与高程，二次</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Phases given whole cycles</source>
      <translation>加上整周的相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Ramps</source>
      <translation>趋势面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Rate with its standard deviation, then the other coefficients of the motion model.</source>
      <translation>速率及其标准差，然后是形变模型的其他系数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>See 'SBAS inversion'. Stacks without a coherence are inverted with equal weights.</source>
      <translation>见“SBAS 反演”。没有相干性的堆栈以等权反演。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Small-baseline chain</source>
      <translation>小基线处理链</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Standard deviation of the Gaussian.</source>
      <translation>高斯函数的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Steps that were done</source>
      <translation>已执行的步骤</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Surface taken off every date.</source>
      <translation>从每个日期去除的曲面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>The whole way from unwrapped interferograms to a velocity in one run: import, choice of pairs, correction of unwrapping errors, SBAS inversion, troposphere, height errors, ramps, atmosphere filter, velocity, points. A step that the data do not carry (no heights, no baselines, no triplets) is left out, which the log and the report say. Each step is a tool of its own, too, with more options; the model 'Small-baseline chain, step by step' puts them together to be changed.</source>
      <translation>一次运行完成由解缠干涉图到速率的全过程：导入、干涉对选取、解缠误差改正、SBAS 反演、对流层、高程误差、趋势面、大气滤波、速率、点。数据不支持的步骤（没有高程、基线或三角环）会略去，并在日志和报告中说明。每一步也是选项更多的独立工具；模型“小基线处理链（分步）”将其组合起来以便修改。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Troposphere</source>
      <translation>对流层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Unwrapping errors</source>
      <translation>解缠误差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Velocity as HDF5</source>
      <translation>HDF5 格式的速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>Where the motion is taken as zero; the most coherent ground away from motion if empty.</source>
      <translation>形变取为零之处；留空则取远离形变的最相干地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (gacos).</source>
      <translation>每个日期的 YYYYMMDD.ztd 及 YYYYMMDD.ztd.rsc（gacos）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>all in one</source>
      <translation>一站式</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>bridging_closure: whole cycles between reliable components, then those that make triplets close; one of the two alone; none: left as they are.</source>
      <translation>bridging_closure：先在可靠分量之间加整周，再加使三角环闭合的整周；或两者之一；none：保持原样。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>geometryGeo.h5 of a stack file; the one beside it if empty. Folders bring their own.</source>
      <translation>堆栈文件的 geometryGeo.h5；留空取其旁边的文件。文件夹自带几何文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>ifgramStack.h5 of 'Import interferogram stack' or of MintPy, instead of a folder.</source>
      <translation>“导入干涉图堆栈”或 MintPy 的 ifgramStack.h5，代替文件夹。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>linear, quadratic: what follows height, over the scene; gacos, era5: a weather model's delays; none.</source>
      <translation>linear、quadratic：整景随高程变化的部分；gacos、era5：气象模型的延迟；none：不改正。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>or stack file</source>
      <translation>或堆栈文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>sbas</source>
      <translation>sbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>velocity</source>
      <translation>速度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>velocity.h5 in MintPy's layout.</source>
      <translation>MintPy 布局的 velocity.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/smallbaseline.py" />
      <source>workflow</source>
      <translation>流程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Averages a stack of unwrapped interferograms into a rate: the sum of weight x span x phase over the sum of weight x span squared. Quick, needs no connected network, and averages the atmosphere down; right for steady motion only. The rate is along the line of sight, positive towards the satellite, relative to the reference. Its standard deviation counts that pairs with a date in common share that date's atmosphere.</source>
      <translation>将解缠干涉图堆栈平均为速率：权 x 时间跨度 x 相位之和，除以权 x 时间跨度平方之和。快速，不要求网络连通，并能平均掉大气；仅适用于匀速形变。速率沿视线向，朝向卫星为正，相对参考。其标准差顾及有共同日期的干涉对共有该日期的大气。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Consecutive pairs only</source>
      <translation>仅用相邻日期干涉对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Noise of dates</source>
      <translation>日期噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Noise of pairs</source>
      <translation>干涉对噪声</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Pairs used at each pixel.</source>
      <translation>每个像元所用的干涉对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Rate by stacking</source>
      <translation>堆叠法速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>Take only pairs of neighbouring dates, whose coherence is best and whose atmosphere cancels from one to the next.</source>
      <translation>仅取相邻日期的干涉对，其相干性最好，且大气在前后相继的干涉对间抵消。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>average</source>
      <translation>平均</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>dates: by date (atmosphere) and by pair (decorrelation), both estimated from the residuals; pairs: every pair errs by itself, which is too hopeful in dense networks.</source>
      <translation>dates：按日期（大气）和按干涉对（失相干），两者均由残差估计；pairs：各干涉对误差独立，在密集网络中过于乐观。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>mm a year, from the scatter of the pairs; no data for less than 3 pairs.</source>
      <translation>mm/年，由干涉对的离散度得出；少于 3 个干涉对时为无数据。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/stacking.py" />
      <source>phase_variance: inverse variance of the phase at its coherence and number of looks, and of the atmosphere of its dates, which the scene's residuals tell (with the noise 'pairs': without); cramer_rao: likewise with its lower bound, for many looks; coherence: squared coherence; uniform: all alike, also where the stack holds no coherence.</source>
      <translation>phase_variance：按相干性和视数所得相位方差及其日期的大气方差（由场景残差得出；噪声为“pairs”时不含）之和的倒数；cramer_rao：同上但取其下界，适合多视；coherence：相干性的平方；uniform：等权，也用于堆栈不含相干性时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Clip to polygons</source>
      <translation>按多边形裁剪</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Every n-th pixel</source>
      <translation>每 n 个像元取一个</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>GeoPackage in the CRS of the series.</source>
      <translation>GeoPackage，采用序列的 CRS。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5). Series of 'SBAS inversion' bring rate and quality along; for others a constant rate is fitted.</source>
      <translation>MintPy 布局的 HDF5（timeseries.h5）。“SBAS 反演”的序列自带速率和质量；其他序列则拟合恒定速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Keep pixels whose network is cut</source>
      <translation>保留网络断开的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Largest standard deviation (mm/yr)</source>
      <translation>最大标准差（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Linked images</source>
      <translation>链接后的影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Of 'Distributed scatterers', for series made from them: the points' coherence is the goodness of fit of their phases then, and the kind of scatterer (1: distributed, 2: persistent), its neighbours and its expected phase noise are added.</source>
      <translation>“分布式散射体（相位链接）”的影像，用于由其生成的序列：此时点的相干性为其相位的拟合优度，并添加散射体类型（1：分布式，2：永久）、同质像元数和预期相位噪声。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Only pixels whose centre lies in one of the polygons (of the selected ones, if some are selected) become points.</source>
      <translation>仅将中心位于某一多边形内的像元转为点（有选中的多边形时仅用选中者）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Pixels below are left out; 0 for series without a temporal coherence.</source>
      <translation>低于此值的像元被剔除；没有时间相干性的序列取 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Pixels left out for their quality</source>
      <translation>因质量被剔除的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Pixels whose rate is less certain are left out.</source>
      <translation>速率不确定度更大的像元被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>The geometry file of the stack: adds height, incidence and line of sight (east, north, up; ground to satellite).</source>
      <translation>堆栈的几何文件：添加高程、入射角和视线向（东、北、上；由地面指向卫星）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Their series is a guess between its parts.</source>
      <translation>其序列在各部分之间是推测的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Thins out in rows and columns.</source>
      <translation>按行和列抽稀。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Time series to points</source>
      <translation>时间序列转点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>Turns the good pixels of a displacement time series into points with their rate, its standard deviation, the temporal coherence (field 'coherence') and the displacement of every date in mm (fields DYYYYMMDD), as viewers of series expect them.</source>
      <translation>将位移时间序列中质量合格的像元转为点，含速率及其标准差、时间相干性（字段“coherence”）以及每个日期以 mm 为单位的位移（字段 DYYYYMMDD），符合序列查看器的要求。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>geopackage</source>
      <translation>geopackage</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/timeseriestopoints.py" />
      <source>viewer</source>
      <translation>查看器</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Correct also the dates whose variance over the stable pixels grows by it; they are named in the log either way.</source>
      <translation>稳定像元上的方差因改正而增大的日期也予以改正；无论是否改正，日志均会列出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Correct noisier dates, too</source>
      <translation>也改正噪声变大的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Dependence on height</source>
      <translation>与高程的关系</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>ERA5 folder</source>
      <translation>ERA5 文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Fit a ramp along with the height</source>
      <translation>同时拟合趋势面和高程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>For era5; taken from the series (CENTER_LINE_UTC) if empty.</source>
      <translation>用于 era5；留空则取自序列（CENTER_LINE_UTC）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>For the methods in windows, which overlap by half: about twice the distance over which the weather changes. A window with little relief takes the scene's values.</source>
      <translation>用于分窗方法，窗口重叠一半：约为天气变化距离的两倍。起伏小的窗口取整景的值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>For the weather models, where no geometry is given: from the vertical, one for the scene.</source>
      <translation>用于气象模型，未给出几何文件时：自垂直方向量起，整景取一个值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Holds YYYYMMDD.ztd with YYYYMMDD.ztd.rsc for every date (method gacos).</source>
      <translation>含每个日期的 YYYYMMDD.ztd 及 YYYYMMDD.ztd.rsc（gacos 方法）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Holds such files (*.nc), where they are several.</source>
      <translation>含此类文件（*.nc），用于有多个文件时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Hour of the pass (UTC)</source>
      <translation>过境时刻（UTC）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Minimum correlation with height</source>
      <translation>与高程的最低相关系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>NetCDF of ERA5 on pressure levels with temperature, humidity (specific or relative) and geopotential, for every date at hours about the pass (method era5).</source>
      <translation>ERA5 气压层 NetCDF，含温度、湿度（比湿或相对湿度）和位势，每个日期取过境前后的时次（era5 方法）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Of a principal component to be taken out (pca_windows).</source>
      <translation>要去除的主成分的（pca_windows）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Phase against height</source>
      <translation>相位与高程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Phase against height, in windows</source>
      <translation>相位与高程（分窗口）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Principal components, in windows (PCA)</source>
      <translation>主成分（分窗口，PCA）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Size of the windows (m)</source>
      <translation>窗口大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>So that a ramp is not taken for a dependence on height; the ramp stays in the series. For the method height.</source>
      <translation>使趋势面不被当作与高程的关系；趋势面留在序列中。用于 height 方法。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Takes the delay of the troposphere off a displacement series: what follows height, over the scene or in overlapping windows that are stitched smoothly, or the delay of a weather model (GACOS files, ERA5 on pressure levels). Fits look at stable and coherent pixels only. Reference point and reference date stay zero. Reports the variance taken out by date; dates that would become noisier are named and left as they are.</source>
      <translation>从位移序列中去除对流层延迟：整景或在平滑拼接的重叠窗口内随高程变化的部分，或气象模型（GACOS 文件、ERA5 气压层）的延迟。拟合仅使用稳定且相干的像元。参考点和参考日期保持为零。按日期报告去除的方差；噪声会变大的日期会列出并保持原样。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>Tropospheric correction</source>
      <translation>对流层改正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>delay</source>
      <translation>延迟</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>elevation</source>
      <translation>高程</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>era5</source>
      <translation>era5</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>gacos</source>
      <translation>gacos</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>geometryGeo.h5 of the same stack: height for all methods but gacos, incidence for the weather models.</source>
      <translation>同一堆栈的 geometryGeo.h5：除 gacos 外的方法需要高程，气象模型需要入射角。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>height: displacement against height over the whole scene; height_windows: in overlapping windows, stitched; pca_windows: likewise, by the principal components of each window that follow height; gacos, era5: delays of a weather model.</source>
      <translation>height：整景位移与高程的关系；height_windows：在重叠窗口内求取并拼接；pca_windows：同上，取每个窗口中随高程变化的主成分；gacos、era5：气象模型的延迟。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>linear, or quadratic where the scene has more than a kilometre of relief.</source>
      <translation>linear；场景起伏超过一公里时用 quadratic。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>pca</source>
      <translation>pca</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>stratified</source>
      <translation>垂直分层</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/troposphere.py" />
      <source>weather</source>
      <translation>天气</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>A regular subset of so many pixels is taken.</source>
      <translation>取这么多像元的规则子集。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Angle between the look vectors (degrees)</source>
      <translation>视线向量间的夹角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>As for InSAR.</source>
      <translation>同 InSAR。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>At the ground from the vertical; with the heading, instead of a geometry file.</source>
      <translation>地面处自垂直方向量起；与航向角一起代替几何文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Average within (days)</source>
      <translation>平均时段（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Bias (mm/yr)</source>
      <translation>偏差（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Bias before the common reference (mm/yr)</source>
      <translation>归化到共同参考前的偏差（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Common reference</source>
      <translation>共同参考</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Compares InSAR rates with GNSS or levelling points, or with a second InSAR result: pairs them, brings them to one line of sight, time and reference, and gives bias, RMSE, correlation, regression with errors in both, and whether the standard deviations are honest. Every pair and the whole get a class from A to D. Where both sides have series (fields DYYYYMMDD, or a row for each date), rates are fitted on common dates. Vertical ground data are compared under the assumption of no horizontal motion.</source>
      <translation>将 InSAR 速率与 GNSS 或水准点，或与另一 InSAR 结果比较：配对，归化到同一视线向、时间和参考，给出偏差、RMSE、相关系数、双方均含误差的回归，以及标准差是否可信。每个点对和整体按 A 到 D 评级。双方均有序列（字段 DYYYYMMDD，或每个日期一行）时，在共同日期上拟合速率。垂直向地面数据在无水平形变的假定下比较。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Correlation</source>
      <translation>相关系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Distance (m)</source>
      <translation>距离（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>East and north (horizontal GNSS)</source>
      <translation>东、北（水平 GNSS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>East, north, up (GNSS)</source>
      <translation>东、北、上（GNSS）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: InSAR rate</source>
      <translation>字段：InSAR 速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: InSAR standard deviation</source>
      <translation>字段：InSAR 标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: date of the row</source>
      <translation>字段：该行的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: east rate</source>
      <translation>字段：东向速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: name of the station</source>
      <translation>字段：站点名称</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: north rate</source>
      <translation>字段：北向速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: rate along the line of sight</source>
      <translation>字段：视线向速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation along the line of sight</source>
      <translation>字段：视线向标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation of east</source>
      <translation>字段：东向标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation of north</source>
      <translation>字段：北向标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: standard deviation of up</source>
      <translation>字段：垂直向标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Field: up rate</source>
      <translation>字段：垂直向速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Flight direction clockwise from north, right-looking: about -12 ascending, 192 descending.</source>
      <translation>飞行方向，自北顺时针，右视：升轨约 -12，降轨约 192。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>For the reference 'area'.</source>
      <translation>用于参考“area”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>For the reference 'point'.</source>
      <translation>用于参考“point”。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>GNSS or levelling points with rates or series in their fields (also CSV with columns of longitude and latitude), or points or a velocity raster of a second InSAR result.</source>
      <translation>字段中含速率或序列的 GNSS 或水准点（也可为含经纬度列的 CSV），或另一 InSAR 结果的点或速率栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Geometry of InSAR</source>
      <translation>InSAR 的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Geometry of the second result</source>
      <translation>第二结果的几何文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Ground data: points, or a second InSAR result</source>
      <translation>地面数据：点，或另一 InSAR 结果</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Ground points with the rates of both, their difference, its size in standard deviations and the class.</source>
      <translation>地面点，含双方速率、差值、差值与标准差之比和等级。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Ground rates are positive away from the satellite</source>
      <translation>地面速率远离卫星为正</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Guessed from the usual names where empty; '-' for none.</source>
      <translation>留空则按常用名称识别；“-”表示无。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Heading of InSAR (degrees)</source>
      <translation>InSAR 的航向角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Heading of the second result (degrees)</source>
      <translation>第二结果的航向角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>In an area</source>
      <translation>在某区域内</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>InSAR at a station</source>
      <translation>站点处的 InSAR 取值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>InSAR: points or velocity raster</source>
      <translation>InSAR：点或速率栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Incidence of InSAR (degrees)</source>
      <translation>InSAR 的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Incidence of the second result (degrees)</source>
      <translation>第二结果的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Intercept (Deming, mm/yr)</source>
      <translation>截距（Deming，mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Intercept (least squares, mm/yr)</source>
      <translation>截距（最小二乘，mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Its p-value</source>
      <translation>其 p 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Largest differences in classes A, B and C.</source>
      <translation>A、B 和 C 级的最大差值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Largest one of a pair.</source>
      <translation>点对的最大距离。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Lets the tool warn where the two look at the ground from different sides.</source>
      <translation>使工具能在两者从不同侧观测地面时给出警告。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Limits of the classes (mm/yr)</source>
      <translation>等级界限（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Longest gap to interpolate (days)</source>
      <translation>可内插的最长间断（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Maximum number of pixels of a ground raster</source>
      <translation>地面栅格的最大像元数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Mean difference</source>
      <translation>差值平均</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Median</source>
      <translation>中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Median difference</source>
      <translation>差值中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>MintPy-layout geometry file: look vectors, where the points have none.</source>
      <translation>MintPy 布局的几何文件：用于点没有视线向量时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Nearest point</source>
      <translation>最近点</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Nearest to a point</source>
      <translation>离某点最近</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Nothing is interpolated over longer gaps.</source>
      <translation>更长的间断不作内插。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Of displacements; of rates, the same a year. A raster's own unit goes first.</source>
      <translation>位移的单位；速率为每年该单位。栅格自身的单位优先。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Offset and ramp</source>
      <translation>偏移和斜面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Offset taken out by the reference (mm/yr)</source>
      <translation>归化参考时去除的偏移（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>On the grid of the velocity raster, in its unit.</source>
      <translation>与速率栅格同一格网和单位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Only for rates along the line of sight.</source>
      <translation>仅用于视线向速率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Only for tables with a row for each station and date: the other fields then hold displacements.</source>
      <translation>仅用于每个站点和日期一行的表格：此时其他字段为位移。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Overall class</source>
      <translation>总体等级</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Page with the scatter plot, statistics and table of pairs.</source>
      <translation>含散点图、统计和点对表的页面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Pairs</source>
      <translation>点对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Pairs compared</source>
      <translation>参与比较的点对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Pairs that both sides call stable, or both unstable (%)</source>
      <translation>两侧同判为稳定或同判为不稳定的点对（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMS of difference over its standard deviation</source>
      <translation>差值与其标准差之比的 RMS</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMSE (mm/yr)</source>
      <translation>RMSE（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMSE before the common reference (mm/yr)</source>
      <translation>归化到共同参考前的 RMSE（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>RMSE without the bias (mm/yr)</source>
      <translation>去除偏差后的 RMSE（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Raster of InSAR's standard deviations</source>
      <translation>InSAR 的标准差栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Rates along the line of sight, positive towards the satellite: points with velocity_mm_yr (and DYYYYMMDD, los_east, los_north, los_up where they have them), or a velocity raster.</source>
      <translation>视线向速率，朝向卫星为正：含 velocity_mm_yr 的点（若有则还含 DYYYYMMDD、los_east、los_north、los_up），或速率栅格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope (Deming)</source>
      <translation>斜率（Deming）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope (least squares)</source>
      <translation>斜率（最小二乘）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope, lower end of 95 %</source>
      <translation>斜率，95 % 区间下限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Slope, upper end of 95 %</source>
      <translation>斜率，95 % 区间上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Standard deviation of the vertical rates that horizontal ground data leave unknown.</source>
      <translation>水平地面数据无法给出的垂直速率的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>The denser series is averaged within so many days about each date of the sparser one; 0 interpolates linearly.</source>
      <translation>较密的序列在较疏序列每个日期前后这么多天内取平均；0 为线性内插。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Unit of InSAR</source>
      <translation>InSAR 的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Unit of the ground data</source>
      <translation>地面数据的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Unknown vertical motion (mm/yr)</source>
      <translation>未知的垂直形变（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Use series from this date on, YYYYMMDD.</source>
      <translation>自该日期起使用序列，YYYYMMDD。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Use series up to this date, YYYYMMDD.</source>
      <translation>使用序列至该日期，YYYYMMDD。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Validate against ground data</source>
      <translation>地面数据验证</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Vertical (levelling)</source>
      <translation>垂直（水准）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>What is made equal on both sides: the median or mean difference of all pairs is taken out, an offset and a ramp through all differences, the difference at the pair nearest to a point, the median one in an area, or none. Bias and RMSE from before are reported, too.</source>
      <translation>使双方一致的方式：去除全部点对差值的中位数或平均值、拟合全部差值的偏移和斜面、距某点最近点对的差值、某区域内差值的中位数，或不去除。同时报告归化前的偏差和 RMSE。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>What the ground data are</source>
      <translation>地面数据的类型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>Where the raster does not say it.</source>
      <translation>用于栅格未注明时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>accuracy</source>
      <translation>精度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>auto: by the fields that are found; enu: east, north and up; horizontal: east and north (vertical motion is taken as zero, about); vertical: up alone; los: along the line of sight of InSAR.</source>
      <translation>auto：按识别到的字段；enu：东、北、上；horizontal：东、北（垂直形变近似取零）；vertical：仅垂直向；los：沿 InSAR 的视线向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>bias</source>
      <translation>偏差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>comparison</source>
      <translation>比较</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>gnss</source>
      <translation>gnss</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>gps</source>
      <translation>gps</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>levelling</source>
      <translation>水准</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>median or mean of the InSAR points within the distance, or the nearest one.</source>
      <translation>距离以内 InSAR 点的中位数或平均值，或最近的一个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>rmse</source>
      <translation>rmse</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/validate.py" />
      <source>t of a paired t-test, before the common reference</source>
      <translation>统一参考之前配对 t 检验的 t 值</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>A class for every combination of terms.</source>
      <translation>每种项的组合为一类。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Bands: velocity_mm_yr, velocity_std_mm_yr, then every other coefficient with its standard deviation, and the RMS of the residuals.</source>
      <translation>波段：velocity_mm_yr、velocity_std_mm_yr，然后是其他各系数及其标准差，以及残差的 RMS。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Choose the model by pixel</source>
      <translation>逐像元选择模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Chosen models</source>
      <translation>所选模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Coseismic displacement</source>
      <translation>同震位移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Day of the seasonal peak</source>
      <translation>季节峰值日</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Day of the year with the largest displacement towards the satellite, with its standard deviation in days.</source>
      <translation>朝向卫星位移最大的年内日序，附以天为单位的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Fits a motion model to every pixel of a displacement time series: a rate, and as wished acceleration and higher polynomial terms, an annual and a semi-annual season, steps at given dates or found in the series, and logarithmic or exponential terms whose time constant is given or searched for. Each pixel can be left with only the terms that its series calls for (BIC). Every coefficient becomes a band with its standard deviation beside it; seasons also come as amplitude and day of the peak, as permafrost is mapped. With a degree of 2 or more the velocity is the rate at the first date, with a choice of models the mean rate. Time runs from the first date in years of 365.25 days. Standard deviations come from the residuals, and for series of 'SBAS inversion' also from the noise of the pairs, which is correlated from date to date; a signal that the model lacks makes them larger. All dates weigh the same, as the noise by date that 'SBAS inversion' knows is that before corrections. Whether neighbouring dates err alike (atmosphere of a season, ground that creeps and swells) is estimated from the residuals of the scene; rates, their errors and the search for steps take it into account.</source>
      <translation>对位移时间序列的每个像元拟合形变模型：速率，并可选加速度及更高次多项式项、年和半年季节项、给定日期或由序列查找的阶跃，以及时间常数给定或搜索得到的对数或指数项。每个像元可仅保留其序列所需的项（BIC）。每个系数为一个波段，旁边附其标准差；季节项还给出振幅和峰值日，如冻土制图所用。阶数为 2 或以上时，速率为首个日期的速率；选择模型时为平均速率。时间自首个日期起，以 365.25 天的年计。标准差由残差得出，对“SBAS 反演”的序列还计入逐日期相关的干涉对噪声；模型未包含的信号会使其增大。各日期等权，因为“SBAS 反演”所知的日期噪声是改正前的。相邻日期误差是否相似（季节性大气、蠕动和胀缩的地面）由场景残差估计；速率、其误差和阶跃查找均予以考虑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>HDF5 in MintPy's layout (timeseries.h5).</source>
      <translation>MintPy 布局的 HDF5（timeseries.h5）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Half of the way from trough to peak, mm, with its standard deviation.</source>
      <translation>谷到峰幅度的一半，mm，附标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>How many, and of each the date in calendar years (2019.5: the middle of 2019), the size in mm and its standard deviation as if the date were known.</source>
      <translation>个数，以及每个阶跃的日期（十进制年，2019.5：2019 年中）、以 mm 为单位的大小及视日期为已知时的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Median seasonal amplitude (mm)</source>
      <translation>季节振幅中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Of the first of these earthquakes, for the post-seismic mechanism where the series starts after it: bands of the displacement along the line of sight, positive towards the satellite, and of its standard deviation, as 'Coseismic stack' writes them.</source>
      <translation>上述第一个地震的同震位移，用于序列始于震后时判断震后机制：两个波段为视线向位移（朝向卫星为正）及其标准差，即“同震叠加”的输出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Post-seismic mechanism</source>
      <translation>震后机制</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Seasonal amplitude</source>
      <translation>季节振幅</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Steps found</source>
      <translation>找到的阶跃</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Steps found by pixel</source>
      <translation>逐像元找到的阶跃</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Velocity model</source>
      <translation>形变速率模型</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>Whether afterslip has the sign of the coseismic displacement, where both exceed 1.96 standard deviations. A hint: one line of sight sees one component, and the sign alone proves no mechanism.</source>
      <translation>在二者均超过 1.96 倍标准差处，余滑与同震位移是否同号。仅供参考：单一视线只能看到一个分量，仅凭符号不能证明机制。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>exponential</source>
      <translation>指数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>logarithmic</source>
      <translation>对数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/timeseries/velocity.py" />
      <source>permafrost</source>
      <translation>冻土</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tool.py" />
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tool.py" />
      <source>The first run of this tool compiles its kernels, which takes up to a minute; later runs start at once.</source>
      <translation>首次运行本工具时需编译内核，最多约一分钟；之后运行立即开始。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>A copy of the stack with other phases; all else stays.</source>
      <translation>替换相位后的堆栈副本；其余内容不变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>A raster of one pair of Sentinel-1 images: phase in radians, wrapped or unwrapped, or complex numbers; on the map or in radar coordinates.</source>
      <translation>一对 Sentinel-1 影像的栅格：以弧度表示的相位（缠绕或解缠），或复数；位于地图坐标或雷达坐标。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Agreement across seams after (-1 to 1)</source>
      <translation>校正后接缝两侧的一致性（-1 至 1）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Agreement across seams before (-1 to 1)</source>
      <translation>校正前接缝两侧的一致性（-1 至 1）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Annotation</source>
      <translation>注记文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Azimuth looks</source>
      <translation>方位向视数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Burst ramps of motion along flight</source>
      <translation>沿飞行方向运动引起的 burst 相位斜坡</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Bursts</source>
      <translation>Burst</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Corrected pixels</source>
      <translation>已校正像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>First line</source>
      <translation>首行</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>First sample</source>
      <translation>首个采样</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Folder of the SAFE product of one of the two images, or its 'annotation' (s1a-iw1-slc-vv-*.xml), with all subswaths and slices that the interferogram shows.</source>
      <translation>两幅影像之一的 SAFE 产品文件夹，或其中的 'annotation'（s1a-iw1-slc-vv-*.xml），须包含干涉图涉及的全部子条带和切片。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Hundred times the number of the subswath, and the burst's; 0 outside.</source>
      <translation>子条带编号乘以一百再加 burst 编号；范围外为 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Interferogram</source>
      <translation>干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Interferogram is</source>
      <translation>干涉图的构成</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Interferogram without the ramps (rad)</source>
      <translation>去除斜坡后的干涉图（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Keep phase without offsets</source>
      <translation>保留无偏移量处的相位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Line at which an interferogram in radar coordinates begins, from the earliest one of all subswaths.</source>
      <translation>雷达坐标干涉图起始的行，从所有子条带中最早的一行算起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Lines in a pixel, in radar coordinates.</source>
      <translation>雷达坐标中每个像元包含的行数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Motion of one cycle at a seam (m)</source>
      <translation>接缝处一周相位对应的运动（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Noise of the ramps, median (rad)</source>
      <translation>斜坡噪声，中位数（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Of the pairs of the stack, by their dates.</source>
      <translation>按日期对应堆栈中的影像对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Of the same pair, in range and azimuth, or east and north; the result of 'Offsets of two images' or an imported one.</source>
      <translation>同一影像对的偏移量，距离向和方位向，或东和北；为“Offsets of two images”的结果或导入的结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Offset tracking</source>
      <translation>偏移跟踪</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Offsets</source>
      <translation>偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Phase in radians; wrapped where it came wrapped.</source>
      <translation>以弧度表示的相位；输入为缠绕相位时输出亦然。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Ramps (rad)</source>
      <translation>斜坡（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Ramps, 98 % are below (rad)</source>
      <translation>斜坡，98 % 低于此值（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Range looks</source>
      <translation>距离向视数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Samples in a pixel, in radar coordinates.</source>
      <translation>雷达坐标中每个像元包含的采样数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Secondary</source>
      <translation>辅影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Sentinel-1 steers its beam while it takes a burst. Ground that moves along flight, as in a large earthquake or on a fast glacier, therefore leaves a ramp in every burst of an interferogram and a jump at every seam: a cycle for each 1.4 to 1.7 m. The tool computes the ramps from offsets along flight and the annotation of the images, and takes them off.</source>
      <translation>Sentinel-1 在获取一个 burst 时会转动波束。因此沿飞行方向运动的地面（如大地震或快速冰川）会在干涉图的每个 burst 中留下相位斜坡，并在每个接缝处产生跳变：每 1.4 至 1.7 m 一周。本工具由沿飞行方向的偏移量和影像注记计算这些斜坡并将其去除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Smoothing (pixels of the offsets)</source>
      <translation>平滑（偏移量像元）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Stack without the ramps</source>
      <translation>去除斜坡后的堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Standard deviation of the bell under which offsets are averaged, weighted by their errors; small gaps are filled. 0 for none.</source>
      <translation>对偏移量按误差加权平均所用高斯核的标准差；小空缺会被填补。0 表示不平滑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>The same across: from the nearest sample.</source>
      <translation>横向同理：从最近的采样算起。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>What was taken off.</source>
      <translation>被去除的部分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Where there are no offsets, leave the phase as it is; else it becomes a gap.</source>
      <translation>在没有偏移量处保持相位不变；否则成为空缺。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>Wrapped or unwrapped, in MintPy's layout (ifgramStack.h5); pairs without offsets stay as they are.</source>
      <translation>缠绕或解缠，MintPy 结构（ifgramStack.h5）；没有偏移量的影像对保持不变。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>azimuth</source>
      <translation>方位向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>burst overlap</source>
      <translation>burst 重叠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>discontinuity</source>
      <translation>不连续</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>esd</source>
      <translation>esd</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>or folder of offsets</source>
      <translation>或偏移量文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>or stack of interferograms</source>
      <translation>或干涉图堆栈</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>reference: reference times conjugate of the secondary, as ISCE, SNAP, GAMMA and MintPy have it; secondary: the other way round. The log warns where the seams tell otherwise.</source>
      <translation>reference：参考影像乘以辅影像的共轭，与 ISCE、SNAP、GAMMA 和 MintPy 相同；secondary：相反。若接缝显示相反情况，日志会给出警告。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>sentinel-1</source>
      <translation>sentinel-1</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/burstramp.py" />
      <source>tops</source>
      <translation>tops</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>A row a pair of detectors: pixels on slow ground, bias, standard deviation, slope.</source>
      <translation>每对探测器一行：慢速地面像元数、偏差、标准差、斜率。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Bias (m)</source>
      <translation>偏差（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Bias of a detector</source>
      <translation>探测器的偏差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Clockwise from north, for what changes along track. Sentinel-2 by day: about 195.</source>
      <translation>从北顺时针，用于沿轨变化的部分。Sentinel-2 白天约为 195。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Constant</source>
      <translation>常数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Detectors of the reference</source>
      <translation>参考影像的探测器</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Detectors of the secondary</source>
      <translation>辅影像的探测器</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Direction of flight (degrees)</source>
      <translation>飞行方向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Else only the steps go and the scene's mean stays, which may be motion.</source>
      <translation>否则只去除台阶，保留可能是运动的场景均值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Faster ground does not tell about detectors.</source>
      <translation>更快的地面不能反映探测器偏差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Field with the number of the detector</source>
      <translation>探测器编号字段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>From longer times, where it is known; without, pixels tell themselves by how much they move apart from the others of their detector.</source>
      <translation>来自更长时间（如已知）；否则由像元相对于同一探测器其他像元的运动大小判断。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Largest step (m)</source>
      <translation>最大台阶（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Number of the detector, 0 for none: MSK_DETFOO_B08.jp2.</source>
      <translation>探测器编号，0 表示无：MSK_DETFOO_B08.jp2。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Of two images of Sentinel-2 or another push-broom camera, in east and north; the result of 'Offsets of two images' or an imported one.</source>
      <translation>两幅 Sentinel-2 或其他推扫式相机影像的偏移量，东和北；为“Offsets of two images”的结果或导入的结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Offsets without steps</source>
      <translation>去除台阶的偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Pairs left as they were</source>
      <translation>保持不变的对数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Pairs of detectors</source>
      <translation>探测器对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Polygons of its detectors, such as MSK_DETFOO_B08.gml of the product; a raster (.jp2) goes to the next parameter.</source>
      <translation>其探测器的多边形，如产品中的 MSK_DETFOO_B08.gml；栅格（.jp2）填入下一个参数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Sentinel-2's camera is a row of twelve detectors, whose geometry differs by tenths of a pixel: offsets of its images have steps at their borders. The tool estimates them on slow ground, for every pair of detectors of the two images, by a robust constant or a line along track, tells them with their errors, and takes them off.</source>
      <translation>Sentinel-2 的相机由一排十二个探测器组成，其几何差异可达十分之几像元：其影像的偏移量在探测器边界处存在台阶。本工具在慢速地面上，对两幅影像的每对探测器用稳健常数或沿轨直线估计台阶，给出误差并将其去除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Slow ground is slower than (m/yr)</source>
      <translation>慢速地面的速度上限（m/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Speed of the ground (m/yr)</source>
      <translation>地面速度（m/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Standard deviation of the steps, median (m)</source>
      <translation>台阶的标准差，中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Steps at detector borders</source>
      <translation>探测器边界处的台阶</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Table of the detectors</source>
      <translation>探测器表</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Take off what all have in common</source>
      <translation>去除共同部分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>The same bands as before; the standard deviations hold that of the steps.</source>
      <translation>波段与输入相同；标准差中包含台阶的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>The same.</source>
      <translation>同上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>What was taken off; a band a component.</source>
      <translation>被去除的部分；每个分量一个波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Where empty, they lie as those of the reference.</source>
      <translation>留空则与参考影像相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>Without, it is taken from gml_id (detector_footprint-B08-05-0), else polygons are numbered as they come.</source>
      <translation>缺省时取自 gml_id（detector_footprint-B08-05-0），否则按多边形顺序编号。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>ccd</source>
      <translation>ccd</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>constant: a step; linear: with a change along track.</source>
      <translation>constant：台阶；linear：含沿轨变化。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>destriping</source>
      <translation>去条带</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>glacier</source>
      <translation>冰川</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>jitter</source>
      <translation>抖动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>msk_detfoo</source>
      <translation>msk_detfoo</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>or raster of the secondary's</source>
      <translation>或辅影像探测器的栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>or raster of them</source>
      <translation>或其栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>sentinel-2</source>
      <translation>sentinel-2</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/detectorbias.py" />
      <source>stripe</source>
      <translation>条带</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>A pixel is kept where at least so many are left.</source>
      <translation>至少剩余此数量的像元才保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Both components and their standard deviations, a band each.</source>
      <translation>两个分量及其标准差，各占一个波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>By standard deviation</source>
      <translation>按标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Dates after merging</source>
      <translation>合并后的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Dates merged into others</source>
      <translation>被合并的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Days that become one (less than, days apart)</source>
      <translation>合并为一的日期（间隔小于，天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Estimator of the residuals</source>
      <translation>残差估计方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Folder of offsets</source>
      <translation>偏移量文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Fuses the offsets of image pairs of several sensors, such as Sentinel-1 and Sentinel-2, pixel by pixel. Days that lie close together become one, pairs that contradict the others are given up, and what is left is solved part by part of each pixel's network, every part with a datum of its own: gaps are never bridged. The velocity comes from all pairs, with its standard deviation, and needs no common datum.</source>
      <translation>逐像元融合多种传感器（如 Sentinel-1 和 Sentinel-2）影像对的偏移量。相近的日期合并为一，与其他影像对矛盾的影像对被剔除，其余按每个像元网络的连通部分分别求解，各部分有自己的基准：空缺从不桥接。速度由所有影像对求得并附标准差，不需要共同基准。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>HDF5 in MintPy's layout, metres; every part of a pixel's network begins at zero.</source>
      <translation>MintPy 结构的 HDF5，单位米；像元网络的每个部分都从零开始。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Huber</source>
      <translation>Huber</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>IGG-III</source>
      <translation>IGG-III</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Images of several sensors that lie so close join their networks; their offsets are scaled to the new interval. 0 merges none.</source>
      <translation>间隔如此之近的多传感器影像将其网络相连；其偏移量按新时间间隔缩放。0 表示不合并。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Least squares</source>
      <translation>最小二乘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Median standard deviation of the velocity (m/yr)</source>
      <translation>速度标准差的中位数（m/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Minimum correlation</source>
      <translation>最小相关系数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Network parts</source>
      <translation>网络部分数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Of the pairs.</source>
      <translation>占影像对的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Offsets below, or without one, are left out; 0 keeps all.</source>
      <translation>低于此值或没有相关系数的偏移量被舍弃；0 保留全部。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>One a pair.</source>
      <translation>每个像对一个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Pairs whose residual is larger than so many robust standard deviations, in either component, are given up.</source>
      <translation>任一分量残差超过此倍稳健标准差的影像对被剔除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Parts of a pixel's network that no pair joins, after rejection.</source>
      <translation>剔除后像元网络中没有影像对相连的部分数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Pixels whose network is in parts</source>
      <translation>网络不连通的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Platforms</source>
      <translation>平台</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Rasters of 'Offsets of two images' or 'Import offsets'; subfolders are searched.</source>
      <translation>“两幅影像的偏移量”或“导入偏移量”的栅格；会搜索子文件夹。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Reject beyond (sigmas)</source>
      <translation>剔除阈值（σ）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Rejected share</source>
      <translation>剔除比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Series of the first component (east or range)</source>
      <translation>第一分量（东向或距离向）时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Series of the second component (north or azimuth)</source>
      <translation>第二分量（北向或方位向）时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>The same for the other component.</source>
      <translation>另一分量，同上。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Tukey (biweight)</source>
      <translation>Tukey（双权）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Velocity (m/yr)</source>
      <translation>速度（m/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>Velocity of several sensors</source>
      <translation>多传感器速度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>datum</source>
      <translation>基准</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>fusion</source>
      <translation>融合</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>glacier velocity</source>
      <translation>冰川流速</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>offset tracking</source>
      <translation>偏移跟踪</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>or rasters of offsets</source>
      <translation>或偏移量栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>std: by the standard deviations of the offsets, where all rasters have them; uniform: all alike.</source>
      <translation>std：按偏移量的标准差，当所有栅格都有时；uniform：全部相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/fusevelocity.py" />
      <source>tukey and igg3 give gross errors no weight, huber a small one.</source>
      <translation>tukey 和 igg3 不给粗差权重，huber 给很小的权重。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>A GeoTIFF a pair: both components in metres from the first to the second image, standard deviations, correlation, chip size.</source>
      <translation>每个像对一个 GeoTIFF：从第一幅到第二幅影像的两个分量（米）、标准差、相关系数、匹配窗口大小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>A pair with more than 2 % of faster pixels is told: its unit may be wrong.</source>
      <translation>若一个像对有超过 2 % 的像元更快，则给出提示：其单位可能有误。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Ames Stereo Pipeline, vmap</source>
      <translation>Ames Stereo Pipeline、vmap</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Arrows</source>
      <translation>箭头</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>COSI-Corr</source>
      <translation>COSI-Corr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Date of the first image</source>
      <translation>第一幅影像的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Date of the second image</source>
      <translation>第二幅影像的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Folder of the product</source>
      <translation>产品文件夹</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>ITS_LIVE, autoRIFT (NetCDF)</source>
      <translation>ITS_LIVE、autoRIFT（NetCDF）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Import offsets</source>
      <translation>导入偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Largest plausible rate (km/yr)</source>
      <translation>最大合理速率（km/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Median displacement (m)</source>
      <translation>位移中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Median rate (m/yr)</source>
      <translation>速率中位数（m/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Metres a day</source>
      <translation>米/天</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Metres a year</source>
      <translation>米/年</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>MicMac</source>
      <translation>MicMac</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Of pairs with two rasters, the first one.</source>
      <translation>由两个栅格组成的像对，给第一个。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Of the images, for offsets in pixels where the product does not tell it.</source>
      <translation>影像的像元大小，用于以像元为单位而产品未说明者。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Of the numbers in the files. product: what the format has, or the file declares; plain GeoTIFF that declare none need it.</source>
      <translation>文件中数值的单位。product：格式固有的或文件声明的；未声明单位的普通 GeoTIFF 需要给出。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Offsets from arrow to arrow</source>
      <translation>箭头之间的偏移量数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Offsets or velocities of pairs; subfolders are searched.</source>
      <translation>像对的偏移量或速度；会搜索子文件夹。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pairs of a doubtful unit</source>
      <translation>单位可疑的像对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pixel size along columns or range (m)</source>
      <translation>列向或距离向像元大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pixel size along rows or azimuth (m)</source>
      <translation>行向或方位向像元大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Pixels</source>
      <translation>像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Platform</source>
      <translation>平台</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Points of all pairs with east_m, north_m, magnitude_m, direction_deg, std_m, correlation, reference_date and secondary_date, drawn as arrows whose length follows the magnitude; only of pairs on the map.</source>
      <translation>所有像对的点，含 east_m、north_m、magnitude_m、direction_deg、std_m、correlation、reference_date 和 secondary_date，绘制为长度随大小变化的箭头；仅适用于位于地图上的像对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Share of valid offsets</source>
      <translation>有效偏移量比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Some fifty arrows across the scene if empty.</source>
      <translation>留空时整个场景宽度约五十个箭头。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Such as S1A or Landsat-8; the product's own if empty.</source>
      <translation>例如 S1A 或 Landsat-8；留空则用产品自身的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>Turns offsets or velocities of image pairs of ITS_LIVE, autoRIFT, GAMMA, COSI-Corr, MicMac, Ames Stereo Pipeline, vmap, MintPy, or plain GeoTIFF, into rasters of one convention: metres from the first to the second image, to the true east and north, or towards the satellite and along its flight, with the quality that the product has. Numbers that no motion has, as of a wrong unit, are told.</source>
      <translation>把 ITS_LIVE、autoRIFT、GAMMA、COSI-Corr、MicMac、Ames Stereo Pipeline、vmap、MintPy 或普通 GeoTIFF 的像对偏移量或速度转换为统一约定的栅格：从第一幅到第二幅影像的米数，指向真东和真北，或朝向卫星和沿飞行方向，并保留产品自身的质量信息。任何运动都不可能有的数值（如单位错误）会给出提示。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>YYYYMMDD, for one pair whose file and name do not tell it.</source>
      <translation>YYYYMMDD，用于文件及其名称都未说明日期的单个像对。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>auto finds out by itself. itslive: NetCDF of ITS_LIVE and autoRIFT; gamma: .offs with .off; cosicorr: ENVI with east/west, north/south, SNR; micmac: Px1 and Px2; asp: -F.tif of Ames Stereo Pipeline and vmap; mintpy: stack with rangeOffset; pairs: two GeoTIFF such as _vx and _vy.</source>
      <translation>auto 自动判断。itslive：ITS_LIVE 和 autoRIFT 的 NetCDF；gamma：.offs 及 .off；cosicorr：含 east/west、north/south、SNR 的 ENVI；micmac：Px1 和 Px2；asp：Ames Stereo Pipeline 和 vmap 的 -F.tif；mintpy：含 rangeOffset 的堆栈；pairs：如 _vx 和 _vy 的两个 GeoTIFF。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>autorift</source>
      <translation>autorift</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>cosi-corr</source>
      <translation>cosi-corr</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>its_live</source>
      <translation>its_live</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>micmac</source>
      <translation>micmac</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>or files</source>
      <translation>或文件</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/importoffsets.py" />
      <source>vmap</source>
      <translation>vmap</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Bands: degrees clockwise from north, concentration (0 to 1), Rayleigh's p, kappa of von Mises' law, number of maps.</source>
      <translation>波段：自北顺时针的度数、集中度（0 到 1）、瑞利检验 p 值、冯·米塞斯分布的 κ、图件数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Bands: rate and its standard deviation.</source>
      <translation>波段：速率及其标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Bands: ratio of the season's rate to the rest's, and both rates (m/yr).</source>
      <translation>波段：该季节速率与其余时间速率之比，以及两个速率（米/年）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Direction of motion</source>
      <translation>运动方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Finds from many maps of offsets which way the ground goes at every pixel, how concentrated its directions are, and whether chance would do as much (Rayleigh's test). Gives the rate along that direction with its standard deviation, which averages noise across it away, the ratio of a season's motion to the rest of the year's, and a rose of all directions.</source>
      <translation>由多幅偏移图求每个像元的地面去向、方向的集中程度，以及偶然是否也能如此（瑞利检验）。给出沿该方向的速率及其标准差（横向噪声被平均掉）、某一季节运动与全年其余时间之比，以及所有方向的玫瑰图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Its concentration</source>
      <translation>其集中度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Least displacement (m)</source>
      <translation>最小位移 (m)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Level of the test</source>
      <translation>检验水平</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Maps</source>
      <translation>图件数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Mean direction (degrees)</source>
      <translation>平均方向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Median rate of these (m/yr)</source>
      <translation>其速率的中位数（米/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Median ratio of the season</source>
      <translation>季节比的中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Motion by season</source>
      <translation>分季节的运动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Pixels count for the rose whose directions are so concentrated by chance at most.</source>
      <translation>仅当其方向的集中程度由偶然造成的概率不超过此值时，像元才计入玫瑰图。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Pixels that move one way</source>
      <translation>朝一个方向运动的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Prevailing direction</source>
      <translation>主导方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Rate along the direction (m/yr)</source>
      <translation>沿该方向的速率（米/年）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Rose of directions</source>
      <translation>方向玫瑰图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Season (months)</source>
      <translation>季节（月份）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Share of the pixels (%)</source>
      <translation>像元所占比例 (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Shorter ones point anywhere, as noise does, and tell no direction; about twice the standard deviation of the offsets.</source>
      <translation>更短的位移像噪声一样指向任意方向，不能说明方向；约为偏移标准差的两倍。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>Such as 6-9, or 11-2, 5: the motion of these months is compared with that of the rest of the year. Empty for no seasons.</source>
      <translation>例如 6-9，或 11-2, 5：将这些月份的运动与全年其余时间比较。留空则不分季节。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>With the numbers.</source>
      <translation>附数值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>direction</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>dune migration</source>
      <translation>沙丘移动</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>offsets</source>
      <translation>偏移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>rayleigh</source>
      <translation>瑞利</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>rose</source>
      <translation>玫瑰图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/migrationdirection.py" />
      <source>seasonal</source>
      <translation>季节性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>A raster a pair, as 'Offsets of two images' makes it; without, only the table is made.</source>
      <translation>每对影像一幅栅格，与“两幅影像的偏移量”的结果相同；不给出时只生成表格。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>All if empty. Changes of the ground's face limit it: some 1300 days for Sentinel-2, 2400 for Landsat 8 over bare ground.</source>
      <translation>留空则不限。受地表面貌变化的限制：裸地上 Sentinel-2 约1300天，Landsat 8 约2400天。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Any if empty.</source>
      <translation>留空则不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Band</source>
      <translation>波段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Chip sizes (pixels)</source>
      <translation>匹配窗口大小（像素）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Compare neighbours</source>
      <translation>与邻域比较</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Distance of the offsets: pixels of the image in one of the result.</source>
      <translation>偏移量的间距：结果中一个像素对应的影像像素数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Every pair: dates, days, differences of season and sun, whether it was taken, and how many offsets were found.</source>
      <translation>每一对：日期、天数、季节与太阳的差异、是否采用，以及找到的偏移量数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>For where the sun stands, unless the images tell it (SUN_ELEVATION and SUN_AZIMUTH in their metadata). Optical satellites mostly pass at half past ten.</source>
      <translation>用于计算太阳位置，除非影像元数据已注明（SUN_ELEVATION 和 SUN_AZIMUTH）。光学卫星多在十点半过境。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>High-pass (less the local mean)</source>
      <translation>高通（减去局部均值）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest difference of season (days)</source>
      <translation>季节差异上限（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest difference of the sun's azimuth (degrees)</source>
      <translation>太阳方位角差异上限（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest difference of the sun's elevation (degrees)</source>
      <translation>太阳高度角差异上限（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Largest ratio of the peaks</source>
      <translation>峰值之比的上限</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Leave out chips whose counterpart does not lead back to a pixel. Costs time.</source>
      <translation>剔除反向匹配不能回到原像素的窗口。会增加耗时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Leave out offsets that are unlike those around them: 8 of 25 have to agree within a fifth of the search distance, and 4 median absolute deviations are the limit.</source>
      <translation>剔除与周围不一致的偏移量：25个中须有8个在搜索距离的五分之一以内一致，且不超过4倍绝对中位差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Local solar time of the images (hours)</source>
      <translation>影像的地方太阳时（小时）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Longest time between two images (days)</source>
      <translation>两幅影像间的最长时间（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Mask of stable ground</source>
      <translation>稳定地面掩膜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Match back</source>
      <translation>反向匹配</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Minimum share of data</source>
      <translation>有效数据的最小比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Not 0 where the ground does not move, in place of polygons.</source>
      <translation>地面不动处不为0，用以代替多边形。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of a chip with what was found.</source>
      <translation>窗口与所找到位置之间的相关系数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of all images.</source>
      <translation>所有影像的波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of images in radar coordinates, where they do not tell themselves. Columns have to go away from the satellite.</source>
      <translation>用于自身未注明的雷达坐标影像。列须沿远离卫星的方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of the days of the year, the shorter way round: shadows and snow are alike in one season. Any if empty.</source>
      <translation>一年中日序之差，取较短的一侧：同一季节的阴影和积雪相似。留空则不限。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Of the pixels of a chip.</source>
      <translation>占窗口像素的比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Offsets of many images</source>
      <translation>多幅影像的偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>On the ground; rows have to go along the flight.</source>
      <translation>地面上的尺寸；行须沿飞行方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pairs taken</source>
      <translation>采用的影像对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pairs the images of a folder by time, season and where the sun stands, and finds the offsets of every pair, for a series of displacement. The table lists all pairs with what they differ by; without a folder of offsets only the table is made, to try limits.</source>
      <translation>按时间、季节和太阳位置将文件夹中的影像配对，并求出每一对的偏移量，用于位移时间序列。表格列出所有影像对及其差异；不给出偏移量文件夹时只生成表格，便于试验限值。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pairs without offsets</source>
      <translation>没有偏移量的影像对</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Parts that no pair joins</source>
      <translation>没有影像对相连的部分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixel size in azimuth (m)</source>
      <translation>方位向像素大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixel size in slant range (m)</source>
      <translation>斜距向像素大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixels of exactly 0 are no data, as at the borders of most images.</source>
      <translation>恰为0的像素视为无数据，如多数影像的边缘。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Pixels or metres.</source>
      <translation>像素或米。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Polygons of ground that does not move: rock beside a glacier, the surroundings of a slide. The median of their offsets is taken off, and their scatter says how large standard deviations are.</source>
      <translation>不动地面的多边形：冰川旁的基岩、滑坡的周边。将减去其偏移量的中位数，其离散程度用于确定标准差的大小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Prefilter</source>
      <translation>预滤波</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Rasters of one place with their dates in the files' names (YYYYMMDD or YYYY-MM-DD); one a date.</source>
      <translation>同一地点的栅格，文件名中含日期（YYYYMMDD 或 YYYY-MM-DD）；每个日期一幅。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Search distance</source>
      <translation>搜索距离</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Second highest peak of the correlation by the highest: near 1 the chip fits in two places.</source>
      <translation>相关性次高峰与最高峰之比：接近1时窗口在两处都吻合。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Share of the chips that were found</source>
      <translation>找到的窗口比例</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Shorter pairs hardly move.</source>
      <translation>时间更短的影像对几乎没有移动。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Shortest time (days)</source>
      <translation>最短时间（天）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Side of the squares that are looked for. Of several, such as 32 64, the smallest goes first and larger ones where it fails: small ones show detail, large ones see more. Offsets are smeared over a chip.</source>
      <translation>所搜索方块的边长。给出多个时（如 32 64）先用最小的，失败处再用较大的：小窗口显示细节，大窗口能看到更多。偏移量在一个窗口内被平滑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Smaller chips at edges of motion</source>
      <translation>在运动边缘使用较小窗口</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Stable ground</source>
      <translation>稳定地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Steepness of the brightness</source>
      <translation>亮度梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Step (pixels)</source>
      <translation>步长（像素）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Such as S2A; offsets of one platform form a network of their own.</source>
      <translation>例如 S2A；同一平台的偏移量构成各自的网络。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>The longest displacement that can be found, in every direction.</source>
      <translation>各方向上可找到的最大位移。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Unit of the search distance</source>
      <translation>搜索距离的单位</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Where the motion changes much over a chip, such as at the edge of a slide, chips of half the size are tried, and taken where they know it better.</source>
      <translation>在窗口内位移变化较大之处（如滑坡边缘），尝试尺寸减半的窗口，并在其结果更精确时采用。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>Zero is no data</source>
      <translation>零为无数据</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>network</source>
      <translation>网络</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>none: the images as they are; highpass: less the mean around each pixel, against haze and other light; gradient: the steepness of the brightness, against moving shadows.</source>
      <translation>none：影像原样；highpass：减去每个像素周围的均值，用于抵抗薄雾和光照变化；gradient：亮度梯度，用于抵抗移动的阴影。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>pixel offsets</source>
      <translation>像元偏移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>series</source>
      <translation>时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetnetwork.py" />
      <source>sun elevation</source>
      <translation>太阳高度角</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>98th percentile of the magnitude (m)</source>
      <translation>位移大小的第98百分位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Band of the secondary</source>
      <translation>辅影像的波段</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Bands: both components in metres (east and north; of images in radar coordinates range, positive towards the satellite, and azimuth, positive along flight), their standard deviations, the correlation and the size of the chip.</source>
      <translation>波段：以米为单位的两个分量（东向和北向；雷达坐标影像为距离向，朝向卫星为正，以及方位向，沿飞行方向为正）、其标准差、相关系数和匹配窗口大小。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Clockwise from north; only of images on the map.</source>
      <translation>自北顺时针；仅适用于有地图坐标的影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Date of the reference</source>
      <translation>参考影像日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Date of the secondary</source>
      <translation>辅影像日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Direction of the motion (degrees)</source>
      <translation>运动方向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Finds small squares (chips) of one image again in another one, to hundredths of a pixel, and so how far the ground moved in between: landslides, glaciers, dunes and faults that are too fast for interferograms. Optical images, shaded reliefs and radar amplitudes will do, and complex radar images of a stack. Each vector comes with its standard deviation; with stable ground the misregistration of the images is taken off.</source>
      <translation>在另一幅影像中以百分之一像素的精度重新找到一幅影像的小方块（匹配窗口），从而得到期间地面移动的距离：对干涉图来说过快的滑坡、冰川、沙丘和断层。光学影像、山体阴影和雷达振幅均可，也可用堆栈中的雷达复数影像。每个矢量都带有标准差；给出稳定地面时会去除影像的配准误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Instead of two rasters: complex images, which are oversampled before their amplitudes are taken. The dates say which two; without, the first and the last one.</source>
      <translation>代替两幅栅格：复数影像，在取振幅之前先过采样。由日期指定哪两幅；未给出则为第一幅和最后一幅。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Length of the vectors.</source>
      <translation>矢量的长度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Magnitude of the motion (m)</source>
      <translation>运动大小（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Median magnitude (m)</source>
      <translation>位移大小中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Median standard deviation (m)</source>
      <translation>标准差中位数（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Of both rasters.</source>
      <translation>两幅栅格的波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Offsets of two images</source>
      <translation>两幅影像的偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Offsets on stable ground</source>
      <translation>稳定地面上的偏移量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Points with east_m, north_m, magnitude_m, direction_deg, std_m and correlation, drawn as arrows whose length follows the magnitude; only of images on the map.</source>
      <translation>带有 east_m、north_m、magnitude_m、direction_deg、std_m 和 correlation 字段的点，绘制为长度随位移大小变化的箭头；仅适用于有地图坐标的影像。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Secondary image</source>
      <translation>辅影像</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Standard deviation by formal one, columns</source>
      <translation>标准差与形式标准差之比，列向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Standard deviation by formal one, rows</source>
      <translation>标准差与形式标准差之比，行向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Taken off along columns (pixels)</source>
      <translation>列向减去量（像素）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Taken off along rows (pixels)</source>
      <translation>行向减去量（像素）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>The earlier one: optical image, shaded relief or radar amplitude. Leave it out where a stack of complex images is given.</source>
      <translation>较早的一幅：光学影像、山体阴影或雷达振幅。给出复数影像堆栈时请留空。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>The later one. On another grid it is laid on the reference's: exactly where its pixels are as large, else by resampling, which costs accuracy.</source>
      <translation>较晚的一幅。格网不同时将其放到参考影像的格网上：像素大小相同时精确对应，否则重采样，会损失精度。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>Where it is another one.</source>
      <translation>与之不同时填写。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>YYYY-MM-DD; as that of the reference.</source>
      <translation>YYYY-MM-DD；与参考影像日期相同的规则。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>YYYY-MM-DD; of rasters the one in the file's name if empty.</source>
      <translation>YYYY-MM-DD；栅格留空时取文件名中的日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>feature tracking</source>
      <translation>特征跟踪</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>image correlation</source>
      <translation>影像相关</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsets.py" />
      <source>speckle tracking</source>
      <translation>斑点跟踪</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>A pixel is kept where at least so many have an offset.</source>
      <translation>至少有这么多像对有偏移量的像元才保留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Between platforms, or where a network is cut. largest: keep the part with most dates, the others are no data; no_data: leave the pixel out; own_datum: every part begins at zero; joint_rate: all parts follow one rate with levels of their own, and the errors grow by what that may be wrong.</source>
      <translation>在平台之间，或网络断开处。largest：保留日期最多的部分，其余为无数据；no_data：舍弃该像元；own_datum：每一部分从零开始；joint_rate：各部分遵循同一速率、各有自己的基准，误差按其可能的偏差增大。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Every part from zero</source>
      <translation>每一部分从零开始</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>HDF5 in MintPy's layout, metres; holds the standard deviation of every date, too.</source>
      <translation>MintPy 结构的 HDF5，单位米；也含每个日期的标准差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>How pairs that contradict the others count. tukey and igg3 give gross errors no weight, huber a small one; all begin with Huber's. least_squares: all pairs alike.</source>
      <translation>与其他像对矛盾的像对如何计权。tukey 和 igg3 不给粗差权重，huber 给很小的权重；都从 Huber 开始。least_squares：所有像对相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Keep the largest part</source>
      <translation>保留最大部分</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Leave the pixel out</source>
      <translation>舍弃该像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Median redundancy (pairs a date)</source>
      <translation>冗余度中位数（每日期像对数）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Median standard deviation, first component (m)</source>
      <translation>标准差中位数，第一分量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Median standard deviation, second component (m)</source>
      <translation>标准差中位数，第二分量（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Metres, root mean square over the dates; a band a component.</source>
      <translation>米，各日期的均方根；每个分量一个波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Of the pairs, with less than a quarter of their weight; a band a component.</source>
      <translation>权重低于四分之一的像对所占比例；每个分量一个波段。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>One rate through all parts</source>
      <translation>各部分同一速率</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Pairs a date; below 3, gross errors may stay.</source>
      <translation>每个日期的像对数；低于 3 时粗差可能残留。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Parts of a pixel's network that no pair joins.</source>
      <translation>像元网络中没有像对相连的部分。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Redundancy</source>
      <translation>冗余度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Rejected share, first component</source>
      <translation>剔除比例，第一分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Rejected share, second component</source>
      <translation>剔除比例，第二分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Standard deviation of the displacement</source>
      <translation>位移的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Time series of offsets</source>
      <translation>偏移量时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Turns the offsets of many pairs of images, of one platform or several, into displacement time series of both components, by least squares that forgive wrong matches. Every date has a standard deviation; maps tell redundancy and the share of pairs that were given up. Where no pair joins the dates, the chosen model says what becomes of the gap: never is it bridged in silence. 'Velocity models', 'Time series to points' and the explorer read the series.</source>
      <translation>用可容忍误匹配的最小二乘，把一个或多个平台的许多像对的偏移量变成两个分量的位移时间序列。每个日期都有标准差；图层给出冗余度和被剔除像对的比例。没有像对连接日期之处，由所选模型说明如何处理间断，绝不默默跨越。“速度模型”、“时间序列转点”和浏览器都能读取这些序列。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>Where no pair joins the dates</source>
      <translation>没有像对连接日期之处</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>huber</source>
      <translation>huber</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>igg</source>
      <translation>igg</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>leap-frog</source>
      <translation>蛙跳</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/offsetseries.py" />
      <source>tukey</source>
      <translation>tukey</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>0 no phase, 1 with a result, 2 offsets too noisy, 3 no offsets, 4 in no connected component, 5 with a result that the offsets contradict.</source>
      <translation>0 无相位，1 有结果，2 偏移量噪声过大，3 无偏移量，4 不属于任何连通分量，5 有结果但与偏移量矛盾。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>0 to 1 on the interferogram's grid; estimated from the phase if empty.</source>
      <translation>0 至 1，与干涉图同一格网；留空则由相位估计。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>A raster of one pair: phase in radians, or complex numbers.</source>
      <translation>一对影像的栅格：以弧度表示的相位，或复数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Coherence</source>
      <translation>相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Displacement (m)</source>
      <translation>位移（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Farthest away from the satellite (m)</source>
      <translation>远离卫星的最大值（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Farthest towards the satellite (m)</source>
      <translation>朝向卫星的最大值（m）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Independent looks behind the coherence.</source>
      <translation>相干性所基于的独立视数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Largest noise of the offsets (wavelengths)</source>
      <translation>偏移量的最大噪声（波长）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Method of unwrapping</source>
      <translation>解缠方法</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Neighbours that phase alone cannot follow (%)</source>
      <translation>仅凭相位无法跟踪的相邻像元（%）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Of the same pair, in range and azimuth, or east and north with the look angles below; the result of 'Offsets of two images' or an imported one.</source>
      <translation>同一影像对的偏移量，距离向和方位向，或东和北并给出下方的视线角；为“Offsets of two images”的结果或导入的结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Phase that the offsets leave.</source>
      <translation>扣除偏移量后剩余的相位。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels in no connected component</source>
      <translation>不属于任何连通分量的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels with a lower coherence are left out.</source>
      <translation>相干性更低的像元被排除。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels with a result that offsets contradict</source>
      <translation>结果与偏移量矛盾的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels with offsets too noisy</source>
      <translation>偏移量噪声过大的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Pixels without offsets</source>
      <translation>无偏移量的像元</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Rest of the phase, robust standard deviation (rad)</source>
      <translation>剩余相位，稳健标准差（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Sentinel-1 0.05546576, ALOS-2 0.2424525, TerraSAR-X 0.0310666, NISAR 0.2384.</source>
      <translation>Sentinel-1 0.05546576，ALOS-2 0.2424525，TerraSAR-X 0.0310666，NISAR 0.2384。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Smaller connected components have no result.</source>
      <translation>更小的连通分量没有结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Standard deviation of the bell under which offsets are averaged, weighted by their errors; a chip or more. 0 for none.</source>
      <translation>对偏移量按误差加权平均所用高斯核的标准差；一个匹配窗口或更大。0 表示不平滑。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Unwrapped rest (rad)</source>
      <translation>解缠后的剩余相位（rad）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Unwrapping with offsets</source>
      <translation>借助偏移量的解缠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Where the ground moves by more than a quarter of the wavelength from pixel to pixel, fringes are too dense to be unwrapped. Offsets along range take that part out of the wrapped interferogram; the little that is left is unwrapped, and the offsets are put back: metres of motion with the precision of phase. Where the offsets are noisier than a quarter of the wavelength there is no result, and the log says how much that is.</source>
      <translation>当相邻像元间地面运动超过四分之一波长时，条纹过密而无法解缠。距离向偏移量先从缠绕干涉图中扣除这一部分；剩余的少量相位被解缠，再把偏移量加回：得到具有相位精度的米级运动。偏移量噪声大于四分之一波长处没有结果，日志会说明其比例。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Where the smoothed offsets' standard deviation is larger they would add fringes, and there is no result.</source>
      <translation>平滑后偏移量的标准差更大处会增加条纹，因此没有结果。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>Wrapped interferogram</source>
      <translation>缠绕干涉图</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>aliasing</source>
      <translation>混叠</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>auto: whirlwind where it is installed, else mcf. snaphu may not be used commercially.</source>
      <translation>auto：若已安装则用 whirlwind，否则用 mcf。snaphu 不得用于商业用途。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>range offsets</source>
      <translation>距离向偏移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>reference: reference times conjugate of the secondary, as ISCE, SNAP, GAMMA and MintPy have it; secondary: the other way round. The log warns where the fringes tell otherwise.</source>
      <translation>reference：参考影像乘以辅影像的共轭，与 ISCE、SNAP、GAMMA 和 MintPy 相同；secondary：相反。若条纹显示相反情况，日志会给出警告。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>rmdsar</source>
      <translation>rmdsar</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/redifferential.py" />
      <source>steep gradient</source>
      <translation>陡梯度</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Azimuth (along the flight)</source>
      <translation>方位向（沿飞行方向）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Bands: condition number, residual in standard deviations (with more series than components).</source>
      <translation>波段：条件数、以标准差计的残差（序列数多于分量数时）。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Cells with a worse geometry are left out.</source>
      <translation>几何条件更差的格网单元被舍弃。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Components</source>
      <translation>分量</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Dates of the result</source>
      <translation>结果的日期数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Days of the result</source>
      <translation>结果的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>East and up</source>
      <translation>东向和垂向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>East, north and up</source>
      <translation>东、北和垂向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Fifth series</source>
      <translation>第五个序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>For files without one by date.</source>
      <translation>用于没有逐日期标准差的文件。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Fourth series</source>
      <translation>第四个序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the fifth series</source>
      <translation>第五个序列的几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the fourth series</source>
      <translation>第四个序列的几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the second series</source>
      <translation>第二个序列的几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the sixth series</source>
      <translation>第六个序列的几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Geometry of the third series</source>
      <translation>第三个序列的几何</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>HDF5 in MintPy's layout, metres; with the standard deviation of every date and the covariance with the other components.</source>
      <translation>MintPy 结构的 HDF5，单位米；含每个日期的标准差及与其他分量的协方差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>HDF5 in MintPy's layout, of 'SBAS inversion' or 'Time series of offsets', or LiCSBAS' cum.h5.</source>
      <translation>MintPy 结构的 HDF5，来自“SBAS 反演”或“偏移量时间序列”，或 LiCSBAS 的 cum.h5。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the fifth series (degrees)</source>
      <translation>第五个序列的航向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the fourth series (degrees)</source>
      <translation>第四个序列的航向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the second series (degrees)</source>
      <translation>第二个序列的航向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the sixth series (degrees)</source>
      <translation>第六个序列的航向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading of the third series (degrees)</source>
      <translation>第三个序列的航向（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the fifth series</source>
      <translation>第五个序列的航向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the fourth series</source>
      <translation>第四个序列的航向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the second series</source>
      <translation>第二个序列的航向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the sixth series</source>
      <translation>第六个序列的航向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Heading raster of the third series</source>
      <translation>第三个序列的航向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the fifth series (degrees)</source>
      <translation>第五个序列的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the fourth series (degrees)</source>
      <translation>第四个序列的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the second series (degrees)</source>
      <translation>第二个序列的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the sixth series (degrees)</source>
      <translation>第六个序列的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence of the third series (degrees)</source>
      <translation>第三个序列的入射角（度）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the fifth series</source>
      <translation>第五个序列的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the fourth series</source>
      <translation>第四个序列的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the second series</source>
      <translation>第二个序列的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the sixth series</source>
      <translation>第六个序列的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Incidence raster of the third series</source>
      <translation>第三个序列的入射角栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fifth series</source>
      <translation>第五个序列的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fifth series: north</source>
      <translation>第五个序列的视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fifth series: up</source>
      <translation>第五个序列的视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fourth series</source>
      <translation>第四个序列的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fourth series: north</source>
      <translation>第四个序列的视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the fourth series: up</source>
      <translation>第四个序列的视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the second series</source>
      <translation>第二个序列的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the second series: north</source>
      <translation>第二个序列的视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the second series: up</source>
      <translation>第二个序列的视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the sixth series</source>
      <translation>第六个序列的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the sixth series: north</source>
      <translation>第六个序列的视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the sixth series: up</source>
      <translation>第六个序列的视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the third series</source>
      <translation>第三个序列的视线向栅格</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the third series: north</source>
      <translation>第三个序列的视线向栅格：北</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Line-of-sight raster of the third series: up</source>
      <translation>第三个序列的视线向栅格：上</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median residual (standard deviations)</source>
      <translation>残差中位数（标准差）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median standard deviation east (mm)</source>
      <translation>东向标准差中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median standard deviation north (mm)</source>
      <translation>北向标准差中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Median standard deviation up (mm)</source>
      <translation>垂向标准差中位数（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>North series</source>
      <translation>北向时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Of the components of their unit vectors, for the method 'total'.</source>
      <translation>其单位向量各分量的标准差，用于 total 方法。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Second series</source>
      <translation>第二个序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Sixth series</source>
      <translation>第六个序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Standard deviation of the directions</source>
      <translation>方向的标准差</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Standard deviation where there is none (mm)</source>
      <translation>没有标准差时所用的标准差（mm）</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Takes series along two or more directions (lines of sight, the flight, east or north of offsets) apart into series of east, up and, where something tells it, north. Every date has its standard deviation and covariance. Images of several orbits are of different days: each series is interpolated to the days of the others, in the time that all share, and what may have happened between its own dates goes into its errors.</source>
      <translation>把沿两个或更多方向（视线向、飞行方向、偏移量的东向或北向）的时间序列分解为东向、垂向以及在有信息时的北向时间序列。每个日期都有标准差和协方差。不同轨道的影像日期不同：在共同的时间段内，每个序列插值到其他序列的日期，其自身日期之间可能发生的变化计入误差。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Third series</source>
      <translation>第三个序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Those of the first series</source>
      <translation>第一个序列的日期</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Time series in three dimensions</source>
      <translation>三维时间序列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Total least squares</source>
      <translation>总体最小二乘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Weighted least squares</source>
      <translation>加权最小二乘</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the fifth series is along</source>
      <translation>第五个序列的方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the fourth series is along</source>
      <translation>第四个序列的方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the second series is along</source>
      <translation>第二个序列的方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the series is along</source>
      <translation>序列的方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the sixth series is along</source>
      <translation>第六个序列的方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>What the third series is along</source>
      <translation>第三个序列的方向</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>Where north is solved for.</source>
      <translation>在求解北向时。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>all: those of all series in the time that they share; first: those of the first series.</source>
      <translation>all：共同时间段内所有序列的日期；first：第一个序列的日期。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>auto: north is solved for where azimuth motion or north itself is among the series, else it is taken as none.</source>
      <translation>auto：若序列中有方位向运动或北向本身，则求解北向；否则视为零。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>auto: what the file says (offsets), else the line of sight. azimuth: along the flight.</source>
      <translation>auto：按文件所述（偏移量），否则为视线向。azimuth：沿飞行方向。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>azimuth offsets</source>
      <translation>方位向偏移</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>msbas</source>
      <translation>msbas</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>three dimensions</source>
      <translation>三维</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/series3d.py" />
      <source>weighted: least squares by the standard deviations; total: the directions err, too (scaled total least squares), which is hardly another result unless they err by more than 1 %.</source>
      <translation>weighted：按标准差加权的最小二乘；total：方向也有误差（缩放的总体最小二乘），除非误差超过 1 %，结果几乎相同。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>1 where ground is stable, 0 elsewhere.</source>
      <translation>稳定地面为 1，其他为 0。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Coherence of noise alone</source>
      <translation>仅由噪声产生的相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Finds ground that stays coherent from radar image to radar image: every image is compared with its next two, and where the coherence is high on the average, the ground does not move much. The mask serves as stable ground for offsets and their errors.</source>
      <translation>寻找在雷达影像之间保持相干的地面：每幅影像与其后两幅比较，平均相干性高之处地面移动不大。该掩膜可作为偏移及其误差估计的稳定地面。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Least coherence</source>
      <translation>最小相干性</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Looks: columns</source>
      <translation>视数：列</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Looks: rows</source>
      <translation>视数：行</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Median coherence</source>
      <translation>相干性中位数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Next images</source>
      <translation>后续影像数</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of every image with its next ones, on the average: ground above is stable.</source>
      <translation>每幅影像与后续影像的平均相干性：高于此值的地面为稳定。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of every image with its next ones.</source>
      <translation>每幅影像与后续影像之间的。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of the images in a cell, along azimuth.</source>
      <translation>一个单元内影像沿方位向的行数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Of the images in a cell, along range.</source>
      <translation>一个单元内影像沿距离向的列数。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Share of stable ground (%)</source>
      <translation>稳定地面所占比例 (%)</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>Stable ground by coherence</source>
      <translation>按相干性确定的稳定地面</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>With how many later ones every image is compared.</source>
      <translation>每幅影像与多少幅后续影像比较。</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>mask</source>
      <translation>掩膜</translation>
    </message>
    <message>
      <location filename="../../processing_provider/tracking/stabilitymask.py" />
      <source>stable ground</source>
      <translation>稳定地面</translation>
    </message>
    <message>
      <location filename="../../ui/compiling.py" />
      <source>Groundshift compiles its kernels</source>
      <translation>Groundshift 正在编译计算内核</translation>
    </message>
    <message>
      <location filename="../../ui/compiling.py" />
      <source>Kernels are compiled ({seconds} s): tools start at once.</source>
      <translation>内核已编译（{seconds} 秒）：工具可立即启动。</translation>
    </message>
    <message>
      <location filename="../../ui/compiling.py" />
      <source>Kernels of {subject} are compiled at first use ({why}).</source>
      <translation>{subject} 的内核将在首次使用时编译（{why}）。</translation>
    </message>
    <message>
      <location filename="../../ui/compiling.py" />
      <source>compiles its kernels in the background, once, for a minute or two. Tools work meanwhile, and start at once afterwards.</source>
      <translation>正在后台编译计算内核，仅此一次，需一两分钟。期间工具照常可用，之后可立即启动。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>Animation</source>
      <translation>动画</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>{layer}: has no displacement at its last date; choose another layer.</source>
      <translation>{layer}：最后日期没有位移值；请选择其他图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>{layer}: is not animated; choose the layer that is.</source>
      <translation>{layer}：未设动画；请选择设有动画的图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation.py" />
      <source>{layer}: its bands are no series; choose the raster of displacement with a band a date, or the points.</source>
      <translation>{layer}：其波段不是时间序列；请选择每个日期一个波段的位移栅格，或点图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_export.py" />
      <source>{folder}: a frame cannot be written; is the disk full?</source>
      <translation>{folder}：无法写入帧；磁盘是否已满？</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>A frame</source>
      <translation>每帧时长</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Animate a layer first, so that there is motion to export.</source>
      <translation>请先将一个图层制成动画，才有可导出的形变过程。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Animate the chosen layer</source>
      <translation>为所选图层制作动画</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Animated PNG</source>
      <translation>动态 PNG</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Back to its earlier style</source>
      <translation>恢复原先的样式</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Cancelled; nothing was written.</source>
      <translation>已取消；未写入任何内容。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Choose the layer that is animated in the layer panel.</source>
      <translation>请在图层面板中选择设有动画的图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Colours the layer that is chosen in the layer panel by the displacement at the time of QGIS' temporal controller (View, Panels, Temporal Controller), and sets the controller to the layer's dates.</source>
      <translation>按 QGIS 时态控制器（视图 &gt; 面板 &gt; 时态控制器）当前时刻的位移，为图层面板中所选图层着色，并将控制器设为该图层的日期。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Ends the animation of the layer; the temporal controller is switched off.</source>
      <translation>结束该图层的动画；时态控制器将关闭。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Export the animation</source>
      <translation>导出动画</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Export the animation…</source>
      <translation>导出动画…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Folder of frames</source>
      <translation>帧文件夹</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>Width</source>
      <translation>宽度</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>{count} frames: {file}</source>
      <translation>{count} 帧：{file}</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/animation_panel.py" />
      <source>{layer} follows the temporal controller from {first} to {last}.</source>
      <translation>{layer} 随时态控制器从 {first} 播放到 {last}。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/chart.py" />
      <source>Qt's SVG module for Python is missing; install python3-pyqt5.qtsvg (for QGIS 4 python3-pyqt6.qtsvg) or choose PNG.</source>
      <translation>缺少 Python 的 Qt SVG 模块；请安装 python3-pyqt5.qtsvg（QGIS 4 为 python3-pyqt6.qtsvg）或选择 PNG。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/chart.py" />
      <source>{file}: the picture cannot be written; choose another place.</source>
      <translation>{file}：无法写入图片；请选择其他位置。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Click a point or a pixel; with Shift beside those that are shown.</source>
      <translation>点击一个点或像元；按住 Shift 则与已显示的并列。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Click what all series are to be relative to.</source>
      <translation>点击作为所有序列参考的位置。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Copy</source>
      <translation>复制</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Copy chart and numbers.</source>
      <translation>复制图表和数值。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Draw a line on the map; a right click ends it.</source>
      <translation>在地图上绘制一条线；右键结束。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Draw the line of a profile; a right click ends it.</source>
      <translation>绘制剖面线；右键结束。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Forget all selections.</source>
      <translation>清空所有选择。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Groundshift explorer</source>
      <translation>Groundshift 形变查看器</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Layer chosen in the layer panel</source>
      <translation>图层面板中所选图层</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Open a series</source>
      <translation>打开序列</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Open a series file (timeseries.h5).</source>
      <translation>打开序列文件（timeseries.h5）。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Point</source>
      <translation>点</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Polygon</source>
      <translation>多边形</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Profile</source>
      <translation>剖面</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Reference</source>
      <translation>参考</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Save as PNG, SVG or CSV.</source>
      <translation>保存为 PNG、SVG 或 CSV。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Save…</source>
      <translation>保存…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Series</source>
      <translation>序列</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>The mean of what lies in a polygon; a right click ends it.</source>
      <translation>多边形内的平均值；右键结束。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>Where series are read.</source>
      <translation>序列的读取来源。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/dock.py" />
      <source>{file}: a chart is saved as .png, .svg or .csv; choose one of them.</source>
      <translation>{file}：图表只能保存为 .png、.svg 或 .csv；请选择其中一种。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/map_problems.py" />
      <source>The layer's points are being indexed; the series comes in a moment.</source>
      <translation>正在为该图层的点建立索引；序列稍后显示。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/map_problems.py" />
      <source>The place has no coordinates in the layer's CRS; choose one nearer to the layer.</source>
      <translation>该位置在图层的 CRS 中没有坐标；请选择离图层更近的位置。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>1: a constant rate; 2: with an acceleration.</source>
      <translation>1：恒定速率；2：含加速度。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Choose by BIC</source>
      <translation>按 BIC 选择</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Curve</source>
      <translation>曲线</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Dates of sudden offsets: YYYYMMDD.</source>
      <translation>突变偏移的日期：YYYYMMDD。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Degree</source>
      <translation>阶数</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>End of dumping, YYYYMMDD: settlement by the logarithm of time, five years ahead.</source>
      <translation>堆填结束日期，YYYYMMDD：按时间对数的沉降，预测五年。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Exp</source>
      <translation>指数</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Fit a model</source>
      <translation>拟合模型</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Log</source>
      <translation>对数</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Only the terms that the series calls for.</source>
      <translation>仅保留序列所需的项。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Residuals</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Seasons</source>
      <translation>季节项</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Settlement since</source>
      <translation>沉降起始</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Steps</source>
      <translation>阶跃</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Steps on unknown dates, at most so many.</source>
      <translation>在未知日期搜索阶跃，最多这么多个。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Warning of failure</source>
      <translation>破坏预警</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>Whether the rate grows, and when it would fail, as the tool of this name judges.</source>
      <translation>速率是否增长以及何时破坏，判断方法同名工具。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>YYYYMMDD:tau with tau in days; at one of all terms tau can be left out.</source>
      <translation>YYYYMMDD:tau，tau 以天为单位；所有项中可有一项省略 tau。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>annual</source>
      <translation>年周期</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/model_panel.py" />
      <source>semi-annual</source>
      <translation>半年周期</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/nearest.py" />
      <source>Index of {name}</source>
      <translation>{name} 的索引</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>25–75 %</source>
      <translation>25–75 %</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>5–95 %</source>
      <translation>5–95 %</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Bins</source>
      <translation>分段数</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Choose a layer of rates for the profile.</source>
      <translation>请为剖面选择一个速率图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Height (m)</source>
      <translation>高程（m）</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Swath width</source>
      <translation>条带宽度</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Terrain</source>
      <translation>地形</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>mean</source>
      <translation>平均值</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>median</source>
      <translation>中位数</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/profile_panel.py" />
      <source>terrain</source>
      <translation>地形</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Add events…</source>
      <translation>添加事件…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Add values by date…</source>
      <translation>添加按日期的数值…</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Add what is clicked to what is shown.</source>
      <translation>将点击的对象追加到已显示的内容中。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Auxiliary data</source>
      <translation>辅助数据</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Error bars</source>
      <translation>误差棒</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Events</source>
      <translation>事件</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Fit the lag</source>
      <translation>拟合滞后</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>From 0</source>
      <translation>从 0 开始</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>How many days the motion follows what lies beside; drawn as much later.</source>
      <translation>运动比辅助数据晚多少天；辅助数据按此滞后绘制。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Let every series begin at 0.</source>
      <translation>让每条序列从 0 开始。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>No reference</source>
      <translation>无参考</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Rain, water level and the like: CSV with a date and a value a row.</source>
      <translation>降雨、水位等：每行一个日期和一个数值的 CSV。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Reference: {name} (take away)</source>
      <translation>参考：{name}（移除）</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Selections</source>
      <translation>选择</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Standard deviations, where known.</source>
      <translation>标准差（已知时）。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Take all away</source>
      <translation>全部移除</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Values by date</source>
      <translation>按日期的数值</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/series_panel.py" />
      <source>Vertical lines: CSV with a date and a name a row.</source>
      <translation>竖线：每行一个日期和一个名称的 CSV。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>Click a point or a pixel on the map, or draw a polygon.</source>
      <translation>在地图上点击一个点或像元，或绘制一个多边形。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>Displacement</source>
      <translation>位移</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>Residual</source>
      <translation>残差</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>failure, if it fails: {0} (90 %: {1} to {2})</source>
      <translation>若破坏，时间为：{0}（90 %：{1} 至 {2}）</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>no connection</source>
      <translation>无关联</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>not bounded</source>
      <translation>无界</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>rate grows: {growing} %; towards a failure: {failing} %</source>
      <translation>速率增长：{growing} %；趋向破坏：{failing} %</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>settlement: {ch} ± {std} mm for each tenfold of time</source>
      <translation>沉降：时间每增十倍 {ch} ± {std} mm</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>tangent angle: {angle}°</source>
      <translation>切线角：{angle}°</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>until {date}: {change} mm (90 %: {low} to {high})</source>
      <translation>至 {date}：{change} mm（90 %：{low} 至 {high}）</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/session.py" />
      <source>{days} days later ({low} to {high}), {chance}</source>
      <translation>晚 {days} 天（{low} 至 {high}），{chance}</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>Choose a layer in the layer panel, or open a file of a series.</source>
      <translation>在图层面板中选择一个图层，或打开序列文件。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: has no fields named by dates (such as D20200131), so no series; choose another layer.</source>
      <translation>{layer}：没有以日期命名的字段（如 D20200131），因此没有序列；请选择其他图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: is no layer of points or pixels; choose one that has a displacement series.</source>
      <translation>{layer}：不是点图层或栅格图层；请选择含位移序列的图层。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: its bands tell no dates, and neither beside it nor where its history says is a timeseries.h5 on its grid; open the file of the series.</source>
      <translation>{layer}：其波段不含日期信息，旁边以及其历史记录所指之处都没有相同格网的 timeseries.h5；请打开序列文件。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: no point lies in the polygon; draw it elsewhere or larger.</source>
      <translation>{layer}：多边形内没有点；请在别处绘制或画大一些。</translation>
    </message>
    <message>
      <location filename="../../ui/explorer/sources.py" />
      <source>{layer}: there is no point near; click on one.</source>
      <translation>{layer}：附近没有点；请点击某个点。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Active areas</source>
      <translation>活动形变区</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Groundshift demo scene</source>
      <translation>Groundshift 演示场景</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Motion points (mm/yr)</source>
      <translation>形变点（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Temporal coherence</source>
      <translation>时间相干性</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>The demo was stopped.</source>
      <translation>演示已停止。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>The tool {tool} is missing; install Groundshift anew.</source>
      <translation>缺少工具 {tool}；请重新安装 Groundshift。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>True bowls and landslides</source>
      <translation>真实沉降漏斗与滑坡</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>True velocity (mm/yr)</source>
      <translation>真实速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>Velocity (mm/yr)</source>
      <translation>速率（mm/yr）</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>the log says more.</source>
      <translation>详见日志。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/demo.py" />
      <source>{folder}: cannot be made ({why}); choose another folder.</source>
      <translation>{folder}：无法创建（{why}）；请选择其他文件夹。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>A model; the model designer can open and change it.</source>
      <translation>这是一个模型；可在模型设计器中打开和修改。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>First steps: landslide inventory</source>
      <translation>入门：滑坡编目</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Folder for the demo</source>
      <translation>演示文件夹</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Groundshift: start</source>
      <translation>Groundshift：开始</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Help</source>
      <translation>帮助</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Load the demo</source>
      <translation>加载演示</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>No program here opens web pages; the page is {address}.</source>
      <translation>此处没有可打开网页的程序；页面为 {address}。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Nothing yet? The demo scene</source>
      <translation>还没有数据？试试演示场景</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Opens in the web browser; no network is needed.</source>
      <translation>在网页浏览器中打开；无需联网。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Simulates interferograms over two subsiding bowls and six landslides, runs the whole chain on them, and shows rates, points and active areas beside the truth, while you work on. Half a minute; two on first use.</source>
      <translation>模拟两个沉降漏斗和六处滑坡上的干涉图，对其运行整条处理链，并将速率、形变点和活动形变区与真值并列显示，期间可继续工作。约需半分钟；首次使用约两分钟。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>The demo scene is on the map; its files and a report.html are in {folder}.</source>
      <translation>演示场景已加载到地图；其文件和 report.html 位于 {folder}。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>This page comes back by Plugins, Groundshift, or its button in a toolbar.</source>
      <translation>可通过“插件 &gt; Groundshift”或工具栏按钮再次打开此页。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>This tool could not be loaded; the log says why.</source>
      <translation>无法加载此工具；原因见日志。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>Tutorial: stress on faults</source>
      <translation>教程：断层上的应力</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>What do you have?</source>
      <translation>您有什么数据？</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/page.py" />
      <source>a temporary folder, which QGIS removes when it closes</source>
      <translation>临时文件夹，QGIS 关闭时删除</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A displacement map becomes a fault, its slip, and the stress on the faults nearby: the model does all of it, the tools each step.</source>
      <translation>由位移图得到断层、其滑动以及附近断层上的应力：模型一次完成全部步骤，各工具分别完成一步。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A finished velocity map</source>
      <translation>现成的速率图</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A folder of unwrapped pairs (ASF HyP3, COMET LiCSAR, GAMMA, MintPy, plain GeoTIFF) becomes ground motion with a series at every point. The chain corrects and reports; the model is the short way; or begin step by step with the import.</source>
      <translation>由一个文件夹的解缠干涉对（ASF HyP3、COMET LiCSAR、GAMMA、MintPy、普通 GeoTIFF）得到地面形变及每个点的序列。处理链进行改正并生成报告；模型是捷径；也可从导入开始逐步处理。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>A landslide inventory</source>
      <translation>滑坡编目</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>An earthquake</source>
      <translation>地震</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Coregistered complex images become persistent and distributed scatterers: in one tool, as a model that can be changed, or step by step from the import.</source>
      <translation>由配准的复数影像得到永久散射体和分布式散射体：用一个工具完成，用可修改的模型完成，或从导入开始逐步处理。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>EGMS or other points</source>
      <translation>EGMS 或其他点数据</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Interferograms</source>
      <translation>干涉图</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Motion says which landslides are active now, and where there are new ones: from points or a velocity map, or by the model straight from interferograms.</source>
      <translation>由形变判断哪些滑坡目前处于活动状态、何处出现新滑坡：可由形变点或速率图得出，也可用模型直接由干涉图得出。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Only an elevation model</source>
      <translation>只有高程模型</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Radar images (SLC)</source>
      <translation>雷达影像（SLC）</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Rates from elsewhere come in with the import; then find active areas, turn rates along the line of sight into rates down the slope, and compare with ground data.</source>
      <translation>用导入工具读入外部速率；然后查找活动形变区，将视线向速率换算为沿坡向速率，并与地面数据比较。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>See beforehand where the radar is blind (layover and shadow) and where it will find targets.</source>
      <translation>预先了解雷达的盲区（叠掩和阴影）以及可获得目标点的位置。</translation>
    </message>
    <message>
      <location filename="../../ui/welcome/rows.py" />
      <source>Tables and layers of measured points become one kind of layer; then find the areas that move and what they threaten, or split two orbits into up and east.</source>
      <translation>将测量点的表格和图层统一为一种图层；然后查找形变区及其威胁对象，或由两条轨道分解出垂直向与东西向。</translation>
    </message>
  </context>
</TS>
